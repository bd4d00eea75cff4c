import { isSameDay } from '@/lib/text/format-time';
import type { Message } from './conversation';

/** What was said on one day. */
export interface ConversationDay {
  /** Some moment of it, ms. */
  at: number;
  lines: readonly ConversationLine[];
}

export interface ConversationLine {
  message: Message;
  /** Somebody else speaks, or after a pause: it is said who. */
  isFirst: boolean;
  /** The first one not read yet. */
  isNew: boolean;
  /** What it answers, where that is at hand. */
  answers?: Message;
}

/** After this long without a word it is said again who speaks, ms. */
const PAUSE = 15 * 60_000;

/** The messages to be seen, by day, each with what its neighbours mean for it. */
export function conversationDays(messages: readonly Message[]): ConversationDay[] {
  const byID = new Map(messages.map((message) => [message.id, message]));
  const seen = messages.filter(({ form }) => form !== 'hidden');
  const days: { at: number; lines: ConversationLine[] }[] = [];
  for (const [index, message] of seen.entries()) {
    const before = seen[index - 1];
    const isOtherDay = !before || !isSameDay(before.at, message.at);
    if (isOtherDay) days.push({ at: message.at, lines: [] });
    const answers = message.replyTo === undefined ? undefined : byID.get(message.replyTo);
    days.at(-1)?.lines.push({
      message,
      isFirst: isOtherDay || !goesOn(before, message),
      isNew: message.isUnread === true && before?.isUnread !== true,
      ...(answers && { answers }),
    });
  }
  return days;
}

function goesOn(before: Message, message: Message): boolean {
  const isSame = before.senderID === message.senderID && before.isOwn === message.isOwn;
  return isSame && before.form !== 'notice' && message.at - before.at < PAUSE;
}
