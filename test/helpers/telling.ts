import { MINUTE } from '@/lib/base/time';
import type { Chat } from '@/lib/model/chats/chat';
import {
  type IncomingMessages,
  noteIncoming,
  watchedSince,
} from '@/lib/model/notifications/new-messages';
import { afterNotifying, PATIENCE, planNotifications } from '@/lib/model/notifications/plan';
import { DEFAULT_NOTIFY, type NotifySettings } from '@/lib/model/notifications/settings';
import { aChat, aPreview, chatMap } from './builders';
import { NOON } from './clock';

export const EVERYTHING: NotifySettings = {
  ...DEFAULT_NOTIFY,
  direct: true,
  mentions: true,
  groups: true,
};

/** Watched for a minute already. */
export const WATCHED: IncomingMessages = watchedSince(NOON - MINUTE);

export interface Step {
  before?: Chat[];
  after: Chat[];
  known?: IncomingMessages | null;
  settings?: Partial<NotifySettings>;
  isQuiet?: boolean;
  now?: number;
  syncedAt?: number;
}

/** What is noted when Beeper says that chats are no longer as they were. */
export function noted({
  before = [],
  after,
  known = WATCHED,
  settings = {},
  isQuiet = false,
  now = NOON,
  syncedAt = now,
}: Step): IncomingMessages | null {
  return noteIncoming(known, {
    before: chatMap(...before),
    after: chatMap(...after),
    settings: { ...EVERYTHING, ...settings },
    isQuiet,
    syncedAt,
    now,
  });
}

/** A chat somebody has just written in. */
export function aNewChat(overrides: Partial<Chat> = {}): Chat {
  const { lastActivity = NOON } = overrides;
  return aChat({
    unreadCount: 1,
    lastActivity,
    preview: aPreview({ at: lastActivity }),
    ...overrides,
  });
}

export interface Screen {
  incomingMessages: IncomingMessages;
  /** Ids, in the order in which they came. */
  shown: string[];
  withdrawn: string[];
}

/** Tells what has waited, as the worker does: all at once and without a death. */
export function tell(
  incomingMessages: IncomingMessages | null,
  chats: Chat[],
  moment: { settings?: Partial<NotifySettings>; isQuiet?: boolean; now?: number } = {},
): Screen {
  const { settings = {}, isQuiet = false, now = NOON + PATIENCE } = moment;
  const known = chatMap(...chats);
  const planned = planNotifications(incomingMessages ?? WATCHED, {
    chatOf: (id) => known.get(id),
    canArchive: () => true,
    settings: { ...EVERYTHING, ...settings },
    isQuiet,
    now,
  });
  const shown = ringing(planned);
  const withdrawn = [...planned.stale];
  return { incomingMessages: afterNotifying(planned, { shown, withdrawn }), shown, withdrawn };
}

function ringing({ chats, gathering }: IncomingMessages): string[] {
  const singleFlight = Object.entries(chats)
    .filter(([, { bell }]) => bell === 'ringing')
    .map(([id, { at }]) => `message:${at}:${id}`);
  return gathering?.bell === 'ringing'
    ? [...singleFlight, `messages:${gathering.at}`]
    : singleFlight;
}
