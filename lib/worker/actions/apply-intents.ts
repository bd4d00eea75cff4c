import type { PendingIntent, WantedReminder } from '@/lib/model/actions/intent';
import { enqueue, forget, markDone } from '@/lib/model/actions/outbox';
import {
  attendTo,
  changeReminder,
  closeReminder,
  reminderOf,
  type Reminder,
  type Reminders,
  setReminder,
} from '@/lib/model/reminders/reminder';
import type { State } from '@/lib/worker/core/state';
import type { Store } from '@/lib/worker/core/store';

/** The state with these intents taken in: in the outbox, and in the reminders that ring here. */
export function applyIntents(state: State, intents: readonly PendingIntent[], now: number): State {
  const after = intents.reduce((before, stamped) => applyIntentTo(before, stamped, now), state);
  if (after === state) return state;
  return { ...after, outbox: { ...after.outbox, done: forget(after.outbox.done, AS_ONE_LEAVES) } };
}

/** At most so many ids does one act leave behind: its own and those of what it replaces. */
const AS_ONE_LEAVES = 4;

function applyIntentTo(state: State, stamped: PendingIntent, now: number): State {
  const outbox = enqueue(state.outbox, stamped, state.chats.get(stamped.chatID));
  if (outbox === state.outbox) return state;
  return {
    ...state,
    outbox: isOnlyHere(state, stamped) ? markDone(outbox, [stamped.id]) : outbox,
    reminders: remindersWith(state, stamped, now),
  };
}

/** Clearing a reminder that Beeper refused and does not hold is nothing to ask Beeper for. */
function isOnlyHere({ reminders, chats }: State, { chatID, intent }: PendingIntent): boolean {
  const ours = reminderOf(reminders, chatID);
  const isHere = ours?.kept === 'here' && !ours.isTried && !chats.get(chatID)?.reminder;
  return intent.kind === 'clearReminder' && isHere;
}

function remindersWith(state: State, { chatID, intent }: PendingIntent, now: number): Reminders {
  const { reminders, chats } = state;
  switch (intent.kind) {
    case 'remind':
      return setReminder(reminders, newReminder(chatID, intent, chats.get(chatID)?.title, now));
    case 'clearReminder':
      return closeReminder(reminders, chatID);
    case 'archive':
    case 'markRead':
      return attendTo(reminders, chatID);
    case 'unarchive':
    case 'markUnread':
    case 'mute':
    case 'unmute':
    case 'pin':
    case 'unpin':
    case 'lowPriority':
    case 'normalPriority':
      return reminders;
  }
}

function newReminder(
  chatID: string,
  { at, dismissOnIncoming, wall }: WantedReminder,
  title: string | undefined,
  now: number,
): Reminder {
  return {
    chatID,
    title: title ?? '',
    at,
    setAt: now,
    dismissOnIncoming,
    kept: 'sending',
    bell: 'set',
    ...(wall && { wall }),
  };
}

/** They wrote first: the reminder goes, here and, where Beeper holds it, there. */
export async function dismissReminder(store: Store, reminder: Reminder): Promise<void> {
  const { chatID, at, kept } = reminder;
  await store.update((state) => {
    if (state.reminders[chatID]?.at !== at) return state;
    const without = {
      ...state,
      reminders: changeReminder(state.reminders, chatID, { bell: 'done' }),
    };
    if (kept === 'here') return without;
    const id = `wrote-first:${at}:${chatID}`;
    return {
      ...without,
      outbox: enqueue(state.outbox, { id, chatID, intent: { kind: 'clearReminder' } }, undefined),
    };
  });
}
