import type { Chat } from './chat';
import { readBoolean, readMoment, readObject, readString } from './read';

/** What a person wants done to a chat. Every kind may be sent twice without doing more. */
export type Intent =
  | { kind: 'archive' }
  | { kind: 'unarchive' }
  | { kind: 'markRead' }
  | { kind: 'markUnread' }
  | { kind: 'remind'; at: number; dismissOnIncoming: boolean }
  | { kind: 'clearReminder' };

export type IntentKind = Intent['kind'];

/** An intent under way: `id` is made where the person clicked, so a repeat is known as one. */
export interface StampedIntent {
  id: string;
  chatID: string;
  intent: Intent;
}

/** Intents of one group undo or replace each other; those of different groups do not touch. */
export const INTENT_GROUP: Record<IntentKind, 'box' | 'read' | 'reminder'> = {
  archive: 'box',
  unarchive: 'box',
  markRead: 'read',
  markUnread: 'read',
  remind: 'reminder',
  clearReminder: 'reminder',
};

/** The chat as it is once the intent is done. */
export function applyIntent(chat: Chat, intent: Intent): Chat {
  switch (intent.kind) {
    case 'archive':
      return { ...chat, box: 'archive' };
    case 'unarchive':
      return { ...chat, box: 'primary' };
    case 'markRead':
      return { ...chat, unreadCount: 0, isMarkedUnread: false };
    case 'markUnread':
      return { ...chat, isMarkedUnread: true };
    case 'remind':
      return {
        ...chat,
        reminder: { at: intent.at, dismissOnIncoming: intent.dismissOnIncoming },
      };
    case 'clearReminder':
      return { ...chat, reminder: null };
  }
}

/** The intent that takes this one back, given the chat as it was before. */
export function undoOf(intent: Intent, before: Pick<Chat, 'reminder'>): Intent {
  switch (intent.kind) {
    case 'archive':
      return { kind: 'unarchive' };
    case 'unarchive':
      return { kind: 'archive' };
    case 'markRead':
      return { kind: 'markUnread' };
    case 'markUnread':
      return { kind: 'markRead' };
    case 'remind':
    case 'clearReminder':
      return before.reminder ? { kind: 'remind', ...before.reminder } : { kind: 'clearReminder' };
  }
}

/** Whether the chat already is as the intent wants it; `undefined` when the server cannot tell. */
export function isDone(chat: Chat, intent: Intent): boolean | undefined {
  switch (intent.kind) {
    case 'archive':
      return chat.box === undefined ? undefined : chat.box === 'archive';
    case 'unarchive':
      return chat.box === undefined ? undefined : chat.box !== 'archive';
    case 'markRead':
      return chat.unreadCount === 0 && !chat.isMarkedUnread;
    case 'markUnread':
      return chat.isMarkedUnread || chat.unreadCount > 0;
    case 'remind':
      if (chat.reminder === undefined) return undefined;
      return chat.reminder !== null && isSameMoment(chat.reminder.at, intent.at);
    case 'clearReminder':
      return chat.reminder === undefined ? undefined : chat.reminder === null;
  }
}

/** Servers may drop the seconds of a reminder: moments within a minute are the same one. */
export function isSameMoment(a: number, b: number): boolean {
  return Math.abs(a - b) < 60_000;
}

export function readStampedIntent(value: unknown): StampedIntent | undefined {
  const raw = readObject(value);
  const id = readString(raw?.id);
  const chatID = readString(raw?.chatID);
  const intent = readIntent(raw?.intent);
  return id && chatID && intent ? { id, chatID, intent } : undefined;
}

export function readIntent(value: unknown): Intent | undefined {
  const raw = readObject(value);
  const kind = readString(raw?.kind);
  if (!kind || !Object.hasOwn(INTENT_GROUP, kind)) return undefined;
  if (kind !== 'remind') return { kind: kind as Exclude<IntentKind, 'remind'> };
  const at = readMoment(raw?.at);
  if (at === undefined) return undefined;
  return { kind, at, dismissOnIncoming: readBoolean(raw?.dismissOnIncoming) ?? false };
}
