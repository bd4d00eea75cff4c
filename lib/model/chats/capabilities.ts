import type { ErrorCode } from '@/lib/base/errors';
import type { Status } from '@/lib/model/connection/status';
import { type Chat, isUnread } from './chat';
import { featuresOf } from './features';

/** What the connected Beeper and its token let a person do; nothing else is drawn. */
export interface CanAct {
  archive: boolean;
  markRead: boolean;
  mute: boolean;
  pin: boolean;
  lowPriority: boolean;
  /** Write to people: reply, and begin chats. */
  write: boolean;
}

/** Reminders are always possible: what Beeper does not take rings in this browser. */
export function canActWith({ access, version }: Status): CanAct {
  const canWrite = access !== 'readOnly';
  const { markRead, patchChat } = featuresOf(version);
  const canChange = canWrite && patchChat;
  return {
    archive: canWrite,
    markRead: canWrite && markRead,
    mute: canChange,
    pin: canChange,
    lowPriority: canChange,
    write: canWrite,
  };
}

/** The same for one chat, whose network may allow less. */
export function canActOn(can: CanAct, chat: Chat): CanAct {
  const mayNot = new Set(chat.cannot);
  return {
    ...can,
    archive: can.archive && !mayNot.has('archive'),
    markRead: can.markRead && (isUnread(chat) || !mayNot.has('markUnread')),
    write: can.write && !mayNot.has('send'),
    // What is archived does not tell how much it matters.
    lowPriority: can.lowPriority && chat.box !== undefined && chat.box !== 'archive',
  };
}

/** Why something cannot be done with any of some chats. */
export function whyNot(what: keyof CanAct, status: Status): ErrorCode {
  if (status.access === 'readOnly') return 'readOnly';
  return canActWith(status)[what] ? 'refused' : 'tooOld';
}
