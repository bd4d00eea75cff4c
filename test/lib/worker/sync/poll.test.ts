import { describe, expect, it } from 'vitest';

import { HOUR } from '@/lib/base/time';
import { DEFAULT_SETTINGS } from '@/lib/model/settings/settings';
import { AGES } from '../../../beeper/age';
import { openBeeper } from '../../../beeper/support';
import { openDesk } from '../../../helpers/desk';
import { addKnownChat } from '../../../helpers/story';

const SEARCH = 'GET /v1/chats/search';
const WITH_LOW_PRIORITY = {
  ...DEFAULT_SETTINGS,
  badge: { ...DEFAULT_SETTINGS.badge, includeLowPriority: true },
};

describe('a poll', () => {
  it.each(AGES)('counts more unread chats than one page holds, of Beeper %s', async (age) => {
    const desk = await openDesk({ age, chats: 0 });
    for (let chats = 0; chats < 450; chats += 1) desk.beeper.addChat({ unreadCount: 1 });
    await desk.poll();
    expect(await desk.badge()).toBe('450');
  });

  it('counts a chat once that stands on two pages', async () => {
    const desk = await openDesk({ chats: 0, switches: { pagesOverlap: true } });
    for (let chats = 0; chats < 405; chats += 1) desk.beeper.addChat({ unreadCount: 2 });
    await desk.poll();
    expect(await desk.badge()).toBe('810');
    expect(await desk.chats()).toHaveProperty('size', 405);
  });

  it.each(['same-page', 'empty-page'] as const)(
    'ends though Beeper says %s for ever',
    async (endless) => {
      const desk = await openDesk({ chats: 40, switches: { endless } });
      for (let polls = 0; polls < 5; polls += 1) await desk.poll();
      expect(await desk.badge()).toBe(String(desk.beeper.unread()));
      const searches = desk.beeper.requests.filter(({ route }) => route === SEARCH);
      expect(searches.length).toBeLessThan(40);
    },
  );

  it('finds in the end every chat there is, also in the archive', async () => {
    const desk = await openDesk({ chats: 900 });
    for (let polls = 0; polls < 3; polls += 1) await desk.poll();
    expect([...(await desk.chats()).keys()].toSorted()).toStrictEqual(
      [...desk.beeper.chats.keys()].toSorted(),
    );
  });

  it('knows every chat in its list, whatever Beeper tells of it', async () => {
    const desk = await openDesk({ age: 'v4.2.600', chats: 80 });
    const chats = await desk.chats();
    const told = [...desk.beeper.chats.values()].map(({ id, isArchived, isLowPriority }) => [
      id,
      isArchived ? 'archive' : isLowPriority ? 'low-priority' : 'primary',
    ]);
    expect([...chats.values()].map(({ id, box }) => [id, box]).toSorted()).toStrictEqual(
      told.toSorted(),
    );
  });

  it('goes on with the walk where a stopped worker was', async () => {
    const desk = await openDesk({ chats: 900, isConnected: false });
    await desk.beeper.fault('hanging', { when: ({ query }) => query.cursor !== undefined });
    const { url, token } = desk.beeper;
    const { handlers } = desk.companion;
    await handlers.connect({ baseUrl: url, token });
    await desk.beeper.heal();
    await desk.restart();
    for (let polls = 0; polls < 3; polls += 1) await desk.poll();
    expect((await desk.chats()).size).toBe(900);
  });

  it('believes that all was read at once', async () => {
    const desk = await openDesk({ chats: 0 });
    const chats = Array.from({ length: 60 }, () => desk.beeper.addChat({ unreadCount: 2 }));
    await desk.poll();
    for (const { id } of chats) desk.beeper.readElsewhere(id);
    await desk.poll();
    expect(await desk.badge()).toBe('');
  });

  it('forgets a chat that was left', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk, { unreadCount: 2 });
    desk.beeper.leave(chat.id);
    await desk.poll();
    expect((await desk.chats()).has(chat.id)).toBe(false);
  });

  it('forgets a quiet chat that was left, after the next walk', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    desk.beeper.leave(chat.id);
    desk.clock.advance(2 * HOUR);
    await desk.poll();
    expect((await desk.chats()).has(chat.id)).toBe(false);
  });

  it('lives with a single chat that answers 500 for good', async () => {
    const desk = await openDesk({ chats: 30 });
    const chat = await addKnownChat(desk, { unreadCount: 7 });
    await desk.beeper.fault('500', {
      when: ({ path }) => decodeURIComponent(path).includes(chat.id),
    });
    desk.beeper.readElsewhere(chat.id);
    for (let polls = 0; polls < 3; polls += 1) await desk.poll();
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
    expect((await desk.status()).trouble).toBeUndefined();
  });

  it('asks nothing twice within a moment', async () => {
    const desk = await openDesk({ chats: 3 });
    desk.beeper.clearRequests();
    await desk.ask('refresh', null);
    expect(desk.beeper.requests).toHaveLength(0);
  });

  it('with new settings counts by them, though one with the old ones was under way', async () => {
    const desk = await openDesk({ chats: 0 });
    desk.beeper.addChat({ unreadCount: 5, isLowPriority: true, lastActivity: 0 });
    for (let chats = 0; chats < 30; chats += 1) desk.beeper.addChat();
    await desk.poll();
    const letGo = desk.holdBack('/v1/chats');
    await desk.poll();
    await desk.happen(({ handlers }) => {
      void handlers.saveSettings(WITH_LOW_PRIORITY);
    });
    await letGo();
    expect(await desk.badge()).toBe('5');
  });

  it('of another Beeper is made though one of the first was under way', async () => {
    const [desk, other] = [await openDesk({ chats: 0 }), await openBeeper({ chats: 5 })];
    const letGo = desk.holdBack(desk.beeper.url);
    await desk.poll();
    await desk.happen(({ handlers }) => {
      void handlers.connect({ baseUrl: other.url, token: other.token });
    });
    await letGo();
    expect(await desk.badge()).toBe(String(other.unread()));
    expect(await desk.status()).toMatchObject({ syncedAt: desk.clock.now() });
  });

  it('says nothing new when its answer comes after "Disconnect"', async () => {
    const desk = await openDesk({ chats: 9 });
    const letGo = desk.holdBack('/v1/chats');
    await desk.poll();
    await desk.ask('disconnect', null);
    await letGo();
    expect(await desk.status()).toStrictEqual({ isConnected: false });
    expect(await desk.chats()).toHaveProperty('size', 0);
    expect(await desk.badge()).toBe('');
  });

  it('takes no notice of an answer that left Beeper before what was done since', async () => {
    const desk = await openDesk({ chats: 0 });
    const chat = await addKnownChat(desk, { unreadCount: 3 });
    const letGo = desk.holdBack('/v1/chats/search');
    await desk.poll();
    await desk.happen(({ handlers }) => {
      const intent = { kind: 'markRead' } as const;
      void handlers.act({ intents: [{ id: 'click', chatID: chat.id, intent }] });
    });
    await letGo();
    expect(await desk.badge()).toBe('');
  });
});
