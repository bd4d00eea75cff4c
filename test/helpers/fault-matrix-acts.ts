import { DAY, MINUTE } from '@/lib/base/time';
import type { Intent } from '@/lib/model/actions/intent';
import type { ChatRecord } from '../beeper/world/records';
import { NOON } from './clock';
import type { Desk } from './desk';
import { asking, type Call } from './fault-matrix';

export interface Act extends Call {
  intent: Intent;
  /** The chat as it is before. */
  chat: Partial<ChatRecord>;
  /** Whether Beeper has it so. */
  isDone(chat: ChatRecord): boolean;
  /** How the number moves with it. */
  moves: number;
  /** Leads to the call; the act itself does unless told otherwise. */
  go?(desk: Desk, chat: ChatRecord): Promise<void>;
}

/** The id of the act in the outbox. */
export const ACT = 'act';

const REMIND_AT = NOON + DAY;
const isArchiving = asking('POST', /\/archive$/);

export const ARCHIVE: Act = {
  name: 'archive',
  hits: isArchiving,
  intent: { kind: 'archive' },
  chat: { unreadCount: 2 },
  isDone: ({ isArchived }) => isArchived,
  moves: -2,
};

export const UNARCHIVE: Act = {
  name: 'unarchive',
  hits: isArchiving,
  intent: { kind: 'unarchive' },
  chat: { unreadCount: 2, isArchived: true },
  isDone: ({ isArchived }) => !isArchived,
  moves: 2,
};

export const MARK_READ: Act = {
  name: 'mark read',
  hits: asking('POST', /\/read$/),
  intent: { kind: 'markRead' },
  chat: { unreadCount: 2 },
  isDone: ({ unreadCount }) => unreadCount === 0,
  moves: -2,
};

export const MARK_UNREAD: Act = {
  name: 'mark unread',
  hits: asking('POST', /\/unread$/),
  intent: { kind: 'markUnread' },
  chat: {},
  isDone: ({ isMarkedUnread }) => isMarkedUnread,
  moves: 1,
};

export const MUTE: Act = {
  name: 'mute',
  hits: asking('PATCH', /^\/v1\/chats\/[^/]+$/),
  intent: { kind: 'mute' },
  chat: { unreadCount: 2 },
  isDone: ({ isMuted }) => isMuted,
  moves: -2,
};

export const UNMUTE: Act = {
  name: 'unmute',
  hits: asking('PATCH', /^\/v1\/chats\/[^/]+$/),
  intent: { kind: 'unmute' },
  chat: { unreadCount: 2, isMuted: true },
  isDone: ({ isMuted }) => !isMuted,
  moves: 2,
};

export const REMIND: Act = {
  name: 'remind',
  hits: asking('POST', /\/reminders$/),
  intent: { kind: 'remind', at: REMIND_AT, dismissOnIncoming: false },
  chat: {},
  isDone: ({ reminder }) => reminder?.remindAt === REMIND_AT,
  moves: 0,
};

export const CLEAR_REMINDER: Act = {
  name: 'clear a reminder',
  hits: asking('DELETE', /\/reminders$/),
  intent: { kind: 'clearReminder' },
  chat: { reminder: { remindAt: REMIND_AT, dismissOnIncomingMessage: false } },
  isDone: ({ reminder }) => reminder === null,
  moves: 0,
};

/** An act that may have arrived is not sent again before Beeper was asked. */
export const LOOK_FIRST: Act = {
  ...ARCHIVE,
  name: 'a look whether an act has arrived',
  hits: asking('GET', /^\/v1\/chats\/(?!search$)[^/]+$/),
  go: async (desk, { id }) => {
    await desk.beeper.fault('503', { when: isArchiving, times: 1 });
    await desk.act(id, ARCHIVE.intent, ACT);
    desk.clock.advance(MINUTE);
    await desk.happen(({ alarm }) => alarm('outbox'));
  },
};

/** A token that may not write is told from a dead one by what it may read. */
export const REFUSED_WRITE: Act = {
  ...ARCHIVE,
  name: 'the accounts, asked after a write was refused',
  hits: asking('GET', /^\/v1\/accounts$/),
  go: async (desk, { id }) => {
    await desk.beeper.fault('401', { when: isArchiving });
    await desk.act(id, ARCHIVE.intent, ACT);
  },
};

/** What the companion shows of a chat, in Beeper's words. */
export async function shownAs(desk: Desk, { id }: ChatRecord) {
  const chat = (await desk.chats()).get(id);
  return {
    isArchived: chat?.box === 'archive',
    unreadCount: chat?.unreadCount,
    isMarkedUnread: chat?.isMarkedUnread,
    isMuted: chat?.isMuted,
    remindAt: chat?.reminder?.at,
  };
}

export function heldAs({ isArchived, unreadCount, isMarkedUnread, isMuted, reminder }: ChatRecord) {
  return { isArchived, unreadCount, isMarkedUnread, isMuted, remindAt: reminder?.remindAt };
}

/** Counts what changes at Beeper from now on; writes that changed nothing have not arrived. */
export function countChanges({ beeper }: Desk, { id }: ChatRecord): () => number {
  let changes = 0;
  beeper.world.listen(({ chatID }) => {
    if (chatID === id) changes += 1;
  });
  return () => changes;
}

/** What has become of the act. */
export async function outcomeOf(desk: Desk, { id }: ChatRecord): Promise<string> {
  const entry = (await desk.outbox()).find((one) => one.id === ACT);
  if (entry) return `${entry.state}: ${entry.error}`;
  return (await desk.reminder(id))?.kept === 'here' ? 'here' : 'done';
}
