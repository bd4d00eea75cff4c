import { featuresOf } from './api/features';
import type { Status } from './status';

/** What the connected Beeper and its token let a person do; nothing else is drawn. */
export interface CanAct {
  archive: boolean;
  markRead: boolean;
  mute: boolean;
  /** Write to people: reply, and begin chats. */
  write: boolean;
}

/** Reminders are always possible: what Beeper does not take rings in this browser. */
export function canActWith({ access, version }: Status): CanAct {
  const canWrite = access !== 'readOnly';
  const { markRead, patchChat } = featuresOf(version);
  return {
    archive: canWrite,
    markRead: canWrite && markRead,
    mute: canWrite && patchChat,
    write: canWrite,
  };
}
