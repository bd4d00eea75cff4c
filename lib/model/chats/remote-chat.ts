import type { BeeperReminder, Box, Limit, Preview } from './chat';

/**
 * A chat as one answer describes it. What the answer does not say is left out: absent is unknown,
 * and what is known already stays (docs/beeper-api.md).
 */
export interface RemoteChat {
  id: string;
  accountID: string;
  network?: string;
  title: string;
  isGroup: boolean;
  isArchived?: boolean;
  isLowPriority?: boolean;
  unreadCount: number;
  mentions?: number;
  isMarkedUnread?: boolean;
  isMuted: boolean;
  isPinned: boolean;
  lastActivity?: number;
  preview?: Preview;
  reminder?: BeeperReminder | null;
  /** `null`: there is no picture. */
  avatar?: string | null;
  /** Left out where the answer names nobody. */
  people?: string;
  mergedInto?: string;
  /** Left out where Beeper does not tell. */
  cannot?: readonly Limit[];
  /** What is begun there, as it would be typed; empty: nothing is. */
  draft?: string;
  /** The list it came from, when that was asked for by name. */
  box?: Box;
  /** The server is new enough to tell of low priority: saying nothing of it means no. */
  tellsAll: boolean;
}
