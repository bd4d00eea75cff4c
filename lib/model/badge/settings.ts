import { readBoolean, readOneOf } from '@/lib/base/parse';
import { readIDs } from '@/lib/base/parse-ids';
import type { Readers } from '@/lib/base/parse-part';

/** `wanting`: messages in direct chats, and those in groups that name the person. */
export const BADGE_COUNTS = ['messages', 'chats', 'wanting', 'none'] as const;
export type BadgeCount = (typeof BADGE_COUNTS)[number];

/** What the number on the toolbar counts. */
export interface CountSettings {
  count: BadgeCount;
  includeMuted: boolean;
  includeLowPriority: boolean;
  /** A dot in place of the number, where there is none and something else is unread. */
  hasDot: boolean;
  /** Only what has come since the popup was last open. */
  sinceLooked: boolean;
  /** Ids of accounts that neither number nor dot tell of. */
  leftOut: readonly string[];
}

export const DEFAULT_COUNT_SETTINGS: CountSettings = {
  count: 'messages',
  includeMuted: false,
  includeLowPriority: false,
  hasDot: false,
  sinceLooked: false,
  leftOut: [],
};

export const COUNT_READERS: Readers<CountSettings> = {
  count: (value) => readOneOf(value, BADGE_COUNTS),
  includeMuted: readBoolean,
  includeLowPriority: readBoolean,
  hasDot: readBoolean,
  sinceLooked: readBoolean,
  leftOut: readIDs,
};
