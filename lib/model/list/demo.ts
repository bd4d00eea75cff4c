import { DAY, HOUR, MINUTE } from '@/lib/base/time';
import { applyIntent, type Intent, type PendingIntent } from '@/lib/model/actions/intent';
import type { Chat } from '@/lib/model/chats/chat';
import type { MessagePage } from '@/lib/model/messages/conversation';
import type { Reminders } from '@/lib/model/reminders/reminder';
import { DEFAULT_SETTINGS } from '@/lib/model/settings/settings';
import type { PageSnapshot } from '@/lib/model/list/snapshot';

/** A made-up chat, before it is put on the clock. */
export interface MadeUp {
  title: string;
  network: string;
  text: string;
  /** In a group, who said it. */
  sender?: string;
  unreadCount: number;
  /** How long ago, ms. */
  ago: number;
}

/** Between the made-up chats, the newest first, ms. */
export const AGES = [4 * MINUTE, 38 * MINUTE, 3 * HOUR, 5 * HOUR, DAY, 2 * DAY] as const;

/** A world to try things in: it looks like the stored one, and nobody else has it. */
export function demoWorld(madeUp: readonly MadeUp[], now: number): PageSnapshot {
  const chats = madeUp.map((one, index) => chatOf(one, index, now));
  return {
    settings: DEFAULT_SETTINGS,
    status: { isConnected: true, isLive: true, access: 'full', version: '4.3.0', syncedAt: now },
    outbox: { entries: [], done: [] },
    reminders: {},
    fullSync: { startedAt: now, finishedAt: now },
    filters: [],
    chats: new Map(chats.map((chat) => [chat.id, chat])),
  };
}

function chatOf({ ago, text, sender, ...made }: MadeUp, index: number, now: number): Chat {
  const at = now - ago;
  const id = `demo-${index}`;
  return {
    ...made,
    id,
    accountID: made.network,
    isGroup: sender !== undefined,
    isMarkedUnread: false,
    isMuted: false,
    isPinned: false,
    box: 'primary',
    lastActivity: at,
    seenAt: now,
    reminder: null,
    preview: { messageID: `${id}-1`, text, isOwn: false, at, ...(sender && { sender }) },
  };
}

/** The world after these, as if Beeper had done them at once. */
export function demoActs(world: PageSnapshot, intents: readonly PendingIntent[]): PageSnapshot {
  const chats = new Map(world.chats);
  let { reminders } = world;
  for (const { chatID, intent } of intents) {
    const chat = chats.get(chatID);
    if (!chat) continue;
    chats.set(chatID, applyIntent(chat, intent));
    reminders = remindersAfter(reminders, chat, intent);
  }
  const done = [...world.outbox.done, ...intents.map(({ id }) => id)];
  return { ...world, chats, reminders, outbox: { entries: [], done } };
}

function remindersAfter(reminders: Reminders, { id, title }: Chat, intent: Intent): Reminders {
  const { [id]: _before, ...others } = reminders;
  if (intent.kind === 'clearReminder') return others;
  if (intent.kind !== 'remind') return reminders;
  const { at, dismissOnIncoming } = intent;
  const reminder = { chatID: id, title, at, setAt: at, dismissOnIncoming } as const;
  return { ...others, [id]: { ...reminder, kept: 'seen', bell: 'set' } };
}

/** All there is to peek at. */
export function demoConversation({ chats }: PageSnapshot, chatID: string): MessagePage {
  const preview = chats.get(chatID)?.preview;
  if (!preview) return { messages: [] };
  const { messageID: id, text, at, isOwn, sender = chats.get(chatID)?.title ?? '' } = preview;
  return { messages: [{ id, text, at, isOwn, sender, senderID: sender, form: 'said' }] };
}
