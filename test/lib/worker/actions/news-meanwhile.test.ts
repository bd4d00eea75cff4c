import { describe, expect, it } from 'vitest';

import { HOUR } from '@/lib/base/time';
import type { Intent } from '@/lib/model/actions/intent';
import type { ChatRecord } from '../../../beeper/world/records';
import { eventually } from '../../../browsers/eventually';
import type { Desk } from '../../../helpers/desk';
import { openDesk } from '../../../helpers/desk';
import { type LiveDesk, openLive } from '../../../helpers/live-desk';
import { NOON } from '../../../helpers/clock';

const ACTS: Intent[] = [
  { kind: 'archive' },
  { kind: 'unarchive' },
  { kind: 'markRead' },
  { kind: 'markUnread' },
  { kind: 'mute' },
  { kind: 'unmute' },
  { kind: 'pin' },
  { kind: 'unpin' },
  { kind: 'lowPriority' },
  { kind: 'normalPriority' },
  { kind: 'remind', at: NOON + HOUR, dismissOnIncoming: true },
  { kind: 'clearReminder' },
];

const BEFORE: Partial<Record<Intent['kind'], Partial<ChatRecord>>> = {
  unarchive: { isArchived: true },
  markUnread: { unreadCount: 0 },
  unmute: { isMuted: true },
  unpin: { isPinned: true },
  normalPriority: { isLowPriority: true },
};

/** What counts of a chat, as it is known here and as Beeper has it. */
async function expectAsAtBeeper(desk: Desk, chat: ChatRecord): Promise<void> {
  const known = (await desk.chats()).get(chat.id);
  expect(known).toMatchObject({
    unreadCount: chat.unreadCount,
    isMarkedUnread: chat.isMarkedUnread,
    isMuted: chat.isMuted,
    isPinned: chat.isPinned,
    box: chat.isArchived ? 'archive' : chat.isLowPriority ? 'low-priority' : 'primary',
  });
  expect(known?.reminder?.at).toBe(chat.reminder?.remindAt);
}

function chatFor<D extends Desk>({ beeper }: D, { kind }: Intent): ChatRecord {
  return beeper.addChat({ title: 'Ada', type: 'single', unreadCount: 2, ...BEFORE[kind] });
}

/** The write has arrived at Beeper, which has not answered yet. */
function hasArrived({ beeper }: Desk, { id }: ChatRecord): boolean {
  return beeper.writes().some(({ params }) => params.chatID === id);
}

const WRITE = /^(POST|PATCH|DELETE)/;

function wasLookedAt({ beeper }: Desk, { id }: ChatRecord): boolean {
  return beeper.requests.some(
    ({ route, params }) => route === 'GET /v1/chats/:chatID' && params['chatID'] === id,
  );
}

describe('a message that comes while an act is under way', () => {
  describe.each(ACTS)('to $kind', (intent) => {
    it('counts, though the act is answered after it was told', async () => {
      const desk: LiveDesk = await openLive({ chats: 5 });
      const chat = chatFor(desk, intent);
      await eventually(async () => (await desk.chats()).has(chat.id));
      const letGo = desk.holdBack(WRITE);
      await desk.act(chat.id, intent);
      await eventually(() => hasArrived(desk, chat));
      desk.beeper.clearRequests();
      desk.beeper.receive(chat.id, { text: 'One more thing' });
      await eventually(() => wasLookedAt(desk, chat));
      await letGo();
      await expectAsAtBeeper(desk, chat);
      await desk.badgeIsRight();
    });

    it('counts, though only a poll has seen it', async () => {
      const desk = await openDesk({ chats: 5 });
      const chat = chatFor(desk, intent);
      await desk.poll();
      const letGo = desk.holdBack(WRITE);
      await desk.act(chat.id, intent);
      desk.beeper.receive(chat.id, { text: 'One more thing' });
      await desk.poll();
      await letGo();
      await expectAsAtBeeper(desk, chat);
      expect(await desk.badge()).toBe(String(desk.beeper.unread() || ''));
    });

    it('counts where its event comes just after the answer, in the same millisecond', async () => {
      const desk = await openLive({ chats: 5 });
      const chat = chatFor(desk, intent);
      await eventually(async () => (await desk.chats()).has(chat.id));
      await desk.act(chat.id, intent);
      expect(await desk.outbox()).toStrictEqual([]);
      desk.beeper.receive(chat.id, { text: 'One more thing' });
      await eventually(() => expectAsAtBeeper(desk, chat).then(() => true));
    });
  });
});

it('many acts at once look at few chats once more, and all is right in the end', async () => {
  const desk = await openLive({ chats: 5 });
  const chats = Array.from({ length: 40 }, (_, index) =>
    desk.beeper.addChat({ title: `Chat ${index}`, type: 'single', unreadCount: 1 }),
  );
  await eventually(async () => (await desk.chats()).size >= 45);
  desk.beeper.clearRequests();
  const intents = chats.map(({ id }) => ({
    id: `act ${id}`,
    chatID: id,
    intent: { kind: 'markRead' } as const,
  }));
  await desk.ask('act', { intents });
  const [first] = chats;
  desk.beeper.receive(first?.id ?? '', { text: 'One more thing' });
  await eventually(async () => (await desk.outbox()).length === 0);
  await desk.badgeIsRight();
  for (const chat of chats) await expectAsAtBeeper(desk, chat);
  const looks = desk.beeper.requests.filter(({ route }) => route === 'GET /v1/chats/:chatID');
  expect(looks.length).toBeLessThan(20);
});
