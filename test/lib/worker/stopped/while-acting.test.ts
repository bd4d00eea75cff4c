import { isDeepStrictEqual } from 'node:util';

import { describe, expect, it } from 'vitest';

import { HOUR, MINUTE } from '@/lib/base/time';
import type { Intent } from '@/lib/model/actions/intent';
import type { Age } from '../../../beeper/age';
import type { ChatRecord } from '../../../beeper/world/records';
import { NOON } from '../../../helpers/clock';
import type { Desk } from '../../../helpers/desk';
import { type Scene, stoppedEverywhere } from '../../../helpers/kills';

interface Case {
  age: Age;
  intent: Intent;
  /** The chat as it is before. */
  before?: Partial<ChatRecord>;
  route: string;
  /** What must be so at Beeper in the end. */
  after: Partial<ChatRecord>;
}

const AT = NOON + 5 * HOUR;
const REMINDER = { remindAt: AT, dismissOnIncomingMessage: false };
const remind: Intent = { kind: 'remind', at: AT, dismissOnIncoming: false };

const archive = {
  intent: { kind: 'archive' },
  route: 'POST /v1/chats/:chatID/archive',
  after: { isArchived: true },
} as const;

const unarchive = {
  intent: { kind: 'unarchive' },
  before: { isArchived: true },
  route: 'POST /v1/chats/:chatID/archive',
  after: { isArchived: false },
} as const;

const CASES: readonly Case[] = [
  { age: 'current', ...archive },
  { age: 'v4.2.600', ...archive },
  { age: 'v4.1.300', ...archive },
  { age: 'current', ...unarchive },
  { age: 'v4.2.600', ...unarchive },
  { age: 'v4.1.300', ...unarchive },
  {
    age: 'current',
    intent: { kind: 'markRead' },
    before: { unreadCount: 3 },
    route: 'POST /v1/chats/:chatID/read',
    after: { unreadCount: 0, isMarkedUnread: false },
  },
  {
    age: 'current',
    intent: { kind: 'markUnread' },
    route: 'POST /v1/chats/:chatID/unread',
    after: { isMarkedUnread: true },
  },
  {
    age: 'current',
    intent: { kind: 'mute' },
    route: 'PATCH /v1/chats/:chatID',
    after: { isMuted: true },
  },
  {
    age: 'current',
    intent: { kind: 'unmute' },
    before: { isMuted: true },
    route: 'PATCH /v1/chats/:chatID',
    after: { isMuted: false },
  },
  {
    age: 'current',
    intent: remind,
    route: 'POST /v1/chats/:chatID/reminders',
    after: { reminder: REMINDER },
  },
  {
    age: 'current',
    intent: { kind: 'clearReminder' },
    before: { reminder: REMINDER },
    route: 'DELETE /v1/chats/:chatID/reminders',
    after: { reminder: null },
  },
];

const TITLE = 'The chat this is about';

function chatOf({ beeper }: Desk): ChatRecord {
  const found = [...beeper.chats.values()].find(({ title }) => title === TITLE);
  if (!found) throw new Error('The chat was not made');
  return found;
}

function isSo(chat: ChatRecord, wanted: Partial<ChatRecord>): boolean {
  return isDeepStrictEqual({ ...chat, ...wanted }, chat);
}

/** The page that got no answer asks again, with the id of its first click. */
function scene({ age, intent, before }: Pick<Case, 'age' | 'intent' | 'before'>): Scene {
  const click = (desk: Desk) => desk.act(chatOf(desk).id, intent, 'click');
  return {
    age,
    chats: 2,
    prepare: async (desk) => {
      desk.beeper.addChat({ title: TITLE, ...before });
      await desk.poll();
    },
    play: click,
    afterwards: async (desk) => {
      await click(desk);
      desk.clock.advance(10 * MINUTE);
      await desk.happen(({ alarm }) => alarm('outbox'));
      await desk.poll();
    },
  };
}

describe('an act of which the worker is stopped in the middle', { timeout: 60_000 }, () => {
  it.each(CASES)('reaches Beeper $age exactly once: $intent.kind', async (one) => {
    const outcomes = await stoppedEverywhere(scene(one), async (desk) => ({
      sent: desk.beeper.writes().map(({ route }) => route),
      isAsWanted: isSo(chatOf(desk), one.after),
      waiting: await desk.outbox(),
    }));
    expect(outcomes.size).toBeGreaterThan(8);
    const done = { sent: [one.route], isAsWanted: true, waiting: [] };
    expect([...outcomes]).toStrictEqual([...outcomes.keys()].map((stopped) => [stopped, done]));
  });
});
