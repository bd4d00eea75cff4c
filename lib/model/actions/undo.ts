import { type Chat, isUnread } from '@/lib/model/chats/chat';
import { type Row, rowOfChat, type Snapshot } from '@/lib/model/chats/rows';
import type { Reminder } from '@/lib/model/reminders/reminder';
import type { Act, Step } from './action-log';
import { type Intent, isDone, isSameMoment, type WantedReminder } from './intent';
import type { Outbox } from './outbox';

export interface Undoing {
  act: Act;
  /** Ids of what was never done, because it was given up: nothing of it is to be tried again. */
  givenUp: readonly string[];
}

/**
 * The act that takes this one back, the last step first. Since it was done the world has moved on:
 * what is as it was before, or has become another matter, is left alone.
 *
 * @param now what is known, with all that is under way taken for done
 */
export function undoingAct(id: string, act: Act, now: Snapshot | undefined): Undoing {
  const givenUp = now ? act.steps.filter(hasFailedIn(now.outbox)) : [];
  const steps = act.steps
    .filter((step) => !givenUp.includes(step) && (!now || isToUndo(step, now)))
    .toReversed()
    .map((step, index) => undoingStep(`${id}:${index}`, step));
  return { act: { steps, undoes: act }, givenUp: givenUp.map(({ stamped }) => stamped.id) };
}

function undoingStep(id: string, { stamped, title, undo, seenTo }: Step): Step {
  const intent: Intent = undo.kind === 'markRead' ? { ...undo, seenTo } : undo;
  return {
    stamped: { id, chatID: stamped.chatID, intent },
    title,
    undo: stamped.intent,
    seenTo,
  };
}

function hasFailedIn({ entries }: Outbox): (step: Step) => boolean {
  const failed = new Set(entries.flatMap(({ id, state }) => (state === 'failed' ? [id] : [])));
  return ({ stamped }) => failed.has(stamped.id);
}

function isToUndo(step: Step, now: Snapshot): boolean {
  const row = rowOfChat(now, step.stamped.chatID);
  return row !== undefined && stillStands(step, row) && !hidesNews(step, row.chat);
}

/** Whether the chat is as the step left it. */
function stillStands({ stamped: { intent }, undo }: Step, { chat, reminder }: Row): boolean {
  switch (intent.kind) {
    case 'remind':
      return reminder !== undefined && isSameReminder(reminder, intent);
    case 'clearReminder':
      return reminder === undefined;
    default:
      return isDone(chat, undo) !== true;
  }
}

/** A reminder for a time of day is the same one also where that has become another moment. */
function isSameReminder({ at, wall }: Reminder, asked: WantedReminder): boolean {
  return isSameMoment(at, asked.at) || (wall !== undefined && wall === asked.wall);
}

/** Nothing goes out of sight that has come since. */
function hidesNews({ undo, seenTo }: Step, chat: Chat): boolean {
  const hides = undo.kind === 'markRead' || undo.kind === 'archive';
  return hides && isUnread(chat) && chat.lastActivity > seenTo;
}
