/** What the connected Beeper can do, decided by the app's version (docs/beeper-api.md). */
export interface Features {
  /** Mark read and unread: Desktop 4.2.808. */
  markRead: boolean;
  /** Change a chat, such as mute it: Desktop 4.2.808. */
  patchChat: boolean;
  /** Beeper serves the pictures it names: Desktop 4.2.509. */
  pictures: boolean;
  /** Chats tell of reminder, low priority and the unread mark: Desktop 4.2.808. */
  fullChats: boolean;
  /** Message text is HTML; before 4.2.808 it was plain. */
  htmlText: boolean;
  /** A live socket, `/v1/ws`: Desktop 4.2.557. */
  socket: boolean;
  /** Contacts can be listed, not only searched: Desktop 4.2.557. */
  contactsList: boolean;
  /** How a chat with one person is begun. */
  startForm: StartForm;
  /** Which form of a reminder to try first. */
  reminderForm: ReminderForm;
}

/** `remindAt` (ISO 8601) since about 4.2.808, `remindAtMs` (ms) before. */
export type ReminderForm = 'iso' | 'ms';

/**
 * `start`, a path of its own, since 4.2.808; `mode`, the same by a member of "create", since 4.2.557;
 * `create` alone before that.
 */
export type StartForm = 'start' | 'mode' | 'create';

const FULL = [4, 2, 808];
const SOCKET = [4, 2, 557];
const PICTURES = [4, 2, 509];

/** An unknown version is taken for an old one: nothing is drawn that might not be there. */
export function featuresOf(version: string | undefined): Features {
  const since = (wanted: readonly number[]) => version !== undefined && isAtLeast(version, wanted);
  const isFull = since(FULL);
  return {
    markRead: isFull,
    patchChat: isFull,
    pictures: since(PICTURES),
    fullChats: isFull,
    htmlText: isFull,
    socket: since(SOCKET),
    contactsList: since(SOCKET),
    startForm: startFormOf(isFull, since(SOCKET)),
    reminderForm: isFull ? 'iso' : 'ms',
  };
}

function startFormOf(isFull: boolean, hasMode: boolean): StartForm {
  if (isFull) return 'start';
  return hasMode ? 'mode' : 'create';
}

function isAtLeast(version: string, wanted: readonly number[]): boolean {
  const parts = (version.match(/\d+/g) ?? []).map(Number);
  for (const [index, want] of wanted.entries()) {
    const have = parts[index] ?? 0;
    if (have !== want) return have > want;
  }
  return true;
}
