import {
  type Json,
  readBoolean,
  readMoment,
  readObject,
  readOneOf,
  readString,
} from '@/lib/base/parse';
import { asRead, type BeeperReminder, type Box, BOXES, type Chat } from '@/lib/model/chats/chat';
import { readLocalDateTime, type LocalDateTime } from '@/lib/model/reminders/times/local-time';

/** What a person wants done to a chat. Every kind may be sent twice without doing more. */
export type Intent =
  | { kind: 'archive' }
  /** Back to the list it was in, where that is known. */
  | { kind: 'unarchive'; to?: Box }
  /** `seenTo`: the chat's activity when the person said so, ms; what came later is not read. */
  | { kind: 'markRead'; seenTo?: number }
  | { kind: 'markUnread' }
  | ({ kind: 'remind' } & WantedReminder & OnlyWhileHeld)
  | ({ kind: 'clearReminder' } & OnlyWhileHeld)
  | { kind: 'mute' }
  | { kind: 'unmute' }
  | { kind: 'pin' }
  | { kind: 'unpin' }
  /** Moves it to the list of chats that matter less; what is archived stays there. */
  | { kind: 'lowPriority' }
  | { kind: 'normalPriority' };

export interface WantedReminder extends BeeperReminder {
  /** The time of day that was chosen, of which `at` is the moment where the person is now. */
  wall?: LocalDateTime;
}

interface OnlyWhileHeld {
  /** The moment, ms, of the reminder at Beeper that this is about; one set there since stays. */
  heldAt?: number;
}

export type IntentKind = Intent['kind'];

/** An intent under way: `id` is made where the person clicked, so a repeat is known as one. */
export interface PendingIntent {
  id: string;
  chatID: string;
  intent: Intent;
}

/** What is to be done in one go. */
export interface RequestedActions {
  intents: readonly PendingIntent[];
  /** The id of the act that this takes back. */
  undoes?: string;
}

type IntentGroup = 'box' | 'read' | 'reminder' | 'mute' | 'pin' | 'priority';

/** Intents of one group undo or replace each other; those of different groups do not touch. */
export const INTENT_GROUP: Record<IntentKind, IntentGroup> = {
  archive: 'box',
  unarchive: 'box',
  markRead: 'read',
  markUnread: 'read',
  remind: 'reminder',
  clearReminder: 'reminder',
  mute: 'mute',
  unmute: 'mute',
  pin: 'pin',
  unpin: 'pin',
  lowPriority: 'priority',
  normalPriority: 'priority',
};

/** The chat as it is once the intent is done. */
export function applyIntent(chat: Chat, intent: Intent): Chat {
  switch (intent.kind) {
    case 'archive':
      return { ...chat, box: 'archive' };
    case 'unarchive':
      return { ...chat, box: intent.to ?? 'primary' };
    case 'markRead':
      return asRead(chat);
    case 'markUnread':
      return { ...chat, isMarkedUnread: true };
    case 'remind':
      return {
        ...chat,
        reminder: { at: intent.at, dismissOnIncoming: intent.dismissOnIncoming },
      };
    case 'clearReminder':
      return { ...chat, reminder: null };
    case 'mute':
    case 'unmute':
      return { ...chat, isMuted: intent.kind === 'mute' };
    case 'pin':
    case 'unpin':
      return { ...chat, isPinned: intent.kind === 'pin' };
    case 'lowPriority':
    case 'normalPriority':
      return chat.box === 'archive' ? chat : { ...chat, box: BOX_OF_PRIORITY[intent.kind] };
  }
}

const BOX_OF_PRIORITY = { lowPriority: 'low-priority', normalPriority: 'primary' } as const;

/** The intent that takes this one back, given the chat as it was before. */
export function undoOf(
  intent: Intent,
  before: { box?: Box; reminder?: WantedReminder | null; rang?: number },
): Intent {
  switch (intent.kind) {
    case 'archive':
      return before.box ? { kind: 'unarchive', to: before.box } : { kind: 'unarchive' };
    case 'clearReminder':
      // It is open again here (lib/worker/actions/enqueue.ts); at Beeper it is over.
      if (before.rang !== undefined) return { kind: 'clearReminder', heldAt: before.rang };
      return undoOfReminder(before.reminder);
    case 'remind':
      return undoOfReminder(before.reminder);
    default:
      return { kind: OPPOSITE[intent.kind] };
  }
}

function undoOfReminder(before: WantedReminder | null | undefined): Intent {
  return before ? { kind: 'remind', ...before } : { kind: 'clearReminder' };
}

/** Of those that only have one thing before them. */
const OPPOSITE = {
  unarchive: 'archive',
  markRead: 'markUnread',
  markUnread: 'markRead',
  mute: 'unmute',
  unmute: 'mute',
  pin: 'unpin',
  unpin: 'pin',
  lowPriority: 'normalPriority',
  normalPriority: 'lowPriority',
} as const;

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
    case 'mute':
    case 'unmute':
      return chat.isMuted === (intent.kind === 'mute');
    case 'pin':
    case 'unpin':
      return chat.isPinned === (intent.kind === 'pin');
    case 'lowPriority':
    case 'normalPriority':
      // An archived chat does not show it.
      if (chat.box === undefined || chat.box === 'archive') return undefined;
      return chat.box === BOX_OF_PRIORITY[intent.kind];
  }
}

/** Whether the chat at Beeper is no longer what the intent was about: it is not to be done. */
export function isOvertaken(chat: Chat, intent: Intent): boolean {
  switch (intent.kind) {
    case 'markRead':
      return chat.lastActivity > (intent.seenTo ?? Infinity);
    case 'remind':
    case 'clearReminder':
      return intent.heldAt !== undefined && isElsewhere(chat.reminder, intent.heldAt);
    default:
      return false;
  }
}

function isElsewhere(reminder: Chat['reminder'], heldAt: number): boolean {
  return reminder !== undefined && !isSameMoment(reminder?.at ?? 0, heldAt);
}

/** Servers may drop the seconds of a reminder: moments within a minute are the same one. */
export function isSameMoment(a: number, b: number): boolean {
  return Math.abs(a - b) < 60_000;
}

export function readPendingIntent(value: unknown): PendingIntent | undefined {
  const raw = readObject(value);
  const id = readString(raw?.id);
  const chatID = readString(raw?.chatID);
  const intent = readIntent(raw?.intent);
  return id && chatID && intent ? { id, chatID, intent } : undefined;
}

export function readIntent(value: unknown): Intent | undefined {
  const raw = readObject(value);
  const kind = readString(raw?.kind);
  if (!raw || !kind || !Object.hasOwn(READERS, kind)) return undefined;
  return READERS[kind as IntentKind](raw);
}

const READERS: { [K in IntentKind]: (raw: Json) => Extract<Intent, { kind: K }> | undefined } = {
  archive: always('archive'),
  unarchive: ({ to }) => {
    const box = readOneOf(to, BOXES);
    return { kind: 'unarchive', ...(box && { to: box }) };
  },
  markRead: (raw) => {
    const seenTo = readMoment(raw.seenTo);
    return { kind: 'markRead', ...(seenTo !== undefined && { seenTo }) };
  },
  markUnread: always('markUnread'),
  remind: (raw) => {
    const at = readMoment(raw.at);
    const dismissOnIncoming = readBoolean(raw.dismissOnIncoming) ?? false;
    const wall = readLocalDateTime(raw.wall);
    return at === undefined
      ? undefined
      : { kind: 'remind', at, dismissOnIncoming, ...(wall && { wall }), ...readHeldAt(raw) };
  },
  clearReminder: (raw) => ({ kind: 'clearReminder', ...readHeldAt(raw) }),
  mute: always('mute'),
  unmute: always('unmute'),
  pin: always('pin'),
  unpin: always('unpin'),
  lowPriority: always('lowPriority'),
  normalPriority: always('normalPriority'),
};

/** Its kind says all of it. */
function always<K extends IntentKind>(kind: K): () => { kind: K } {
  return () => ({ kind });
}

function readHeldAt(raw: Json): OnlyWhileHeld {
  const heldAt = readMoment(raw.heldAt);
  return heldAt === undefined ? {} : { heldAt };
}
