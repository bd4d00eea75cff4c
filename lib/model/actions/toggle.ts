import { type Chat, isUnread } from '@/lib/model/chats/chat';
import type { Row } from '@/lib/model/chats/rows';
import type { RequestedAction } from './action-log';
import type { Intent } from './intent';

interface Toggle {
  isOn(chat: Chat): boolean;
  on(chat: Chat): Intent;
  off: Intent;
}

/** What goes to and fro, with one chat or with many. */
const TOGGLES = {
  archive: {
    isOn: ({ box }) => box === 'archive',
    on: () => ({ kind: 'archive' }),
    off: { kind: 'unarchive' },
  },
  toggleRead: {
    isOn: (chat) => !isUnread(chat),
    on: ({ lastActivity }) => ({ kind: 'markRead', seenTo: lastActivity }),
    off: { kind: 'markUnread' },
  },
  toggleMute: {
    isOn: ({ isMuted }) => isMuted,
    on: () => ({ kind: 'mute' }),
    off: { kind: 'unmute' },
  },
  togglePin: {
    isOn: ({ isPinned }) => isPinned,
    on: () => ({ kind: 'pin' }),
    off: { kind: 'unpin' },
  },
  togglePriority: {
    isOn: ({ box }) => box === 'low-priority',
    on: () => ({ kind: 'lowPriority' }),
    off: { kind: 'normalPriority' },
  },
} satisfies Record<string, Toggle>;

export type ToggleName = keyof typeof TOGGLES;

export function isToggle(name: string): name is ToggleName {
  return Object.hasOwn(TOGGLES, name);
}

/** Whether all of these are so already, so that they would go back. */
export function areAllOn(name: ToggleName, rows: readonly Row[]): boolean {
  return rows.every(({ chat }) => TOGGLES[name].isOn(chat));
}

/** Makes so those that are not; where all are, back with them. */
export function toggleWanted(name: ToggleName, rows: readonly Row[]): RequestedAction[] {
  const { isOn, on, off }: Toggle = TOGGLES[name];
  if (areAllOn(name, rows)) return rows.map(({ chat }) => ({ chat, intent: off }));
  return rows.filter(({ chat }) => !isOn(chat)).map(({ chat }) => ({ chat, intent: on(chat) }));
}
