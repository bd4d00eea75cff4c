import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import type { ChatRecord } from '../../../beeper/world/records';
import { eventually } from '../../../browsers/eventually';
import { check, type LiveDesk, openLive } from '../../../helpers/live-desk';

const MOST_REQUESTS = 20;
const EVENTS = 1000;

/**
 * A thousand in a second, also on a machine that is busy with something else: then more of them come
 * at once. Time passes for Beeper and the companion as well.
 */
async function flood(desk: LiveDesk, happens: (index: number) => void): Promise<void> {
  const startedAt = performance.now();
  for (let index = 0; index < EVENTS;) {
    await pause(1);
    const due = Math.min(EVENTS, performance.now() - startedAt);
    for (; index < due; index += 1) {
      happens(index);
      desk.clock.advance(1);
    }
  }
}

/** A desk that has met all of its chats, and those that are not archived. */
async function openWorld(chats: number): Promise<{ desk: LiveDesk; all: ChatRecord[] }> {
  const desk = await openLive({ chats });
  await eventually(async () => (await desk.chats()).size >= chats, { timeoutMs: 40_000 });
  desk.beeper.clearRequests();
  return { desk, all: [...desk.beeper.chats.values()].filter(({ isArchived }) => !isArchived) };
}

/** What it takes until all is right, in requests. */
async function settling(desk: LiveDesk, chats: readonly ChatRecord[]): Promise<number> {
  const isRight = async () => {
    const known = await desk.chats();
    return chats.every(({ id, unreadCount }) => known.get(id)?.unreadCount === unreadCount);
  };
  await eventually(isRight, { timeoutMs: 20_000 });
  await desk.badgeIsRight();
  return desk.beeper.requests.length;
}

describe('a flood of a thousand events costs at most 20 requests', () => {
  it.each([60, 400, 3000])(
    'of messages among %d chats',
    async (chats) => {
      const { desk, all } = await openWorld(chats);
      await flood(desk, (index) => {
        const { id = '' } = all[(index * 7) % Math.min(all.length, 200)] ?? {};
        desk.beeper.receive(id, { text: `Message ${index}` });
      });
      expect(await settling(desk, all)).toBeLessThanOrEqual(MOST_REQUESTS);
    },
    90_000,
  );

  it('of messages that come without their words, while the rows are looked at', async () => {
    const { desk, all } = await openWorld(400);
    desk.beeper.switches.socketEntries = false;
    const chatIDs = all.slice(0, 20).map(({ id }) => id);
    const look = () => desk.companion.handlers.preview({ chatIDs });
    await look();
    desk.beeper.clearRequests();
    await flood(desk, (index) => {
      desk.beeper.receive(chatIDs[index % chatIDs.length] ?? '', { text: `Message ${index}` });
      if (index % 200 === 0) void look();
    });
    await settling(desk, all);
    await look();
    const known = await desk.chats();
    for (const id of chatIDs) expect(known.get(id)?.preview?.text).toMatch(/^Message/);
    expect(desk.beeper.requests.length).toBeLessThanOrEqual(MOST_REQUESTS);
  }, 90_000);

  it.each([400, 3000])(
    'of chats read elsewhere, of %d',
    async (chats) => {
      const { desk, all } = await openWorld(chats);
      const unread = all.filter((chat) => chat.unreadCount > 0);
      await flood(desk, (index) => {
        const chat = unread[index % unread.length];
        if (chat && index < unread.length) desk.beeper.readElsewhere(chat.id);
      });
      const counted = all.filter(({ isLowPriority }) => !isLowPriority);
      expect(await settling(desk, counted)).toBeLessThanOrEqual(MOST_REQUESTS);
    },
    90_000,
  );

  it('and whatever it did not count is seen with the next polls', async () => {
    const { desk, all } = await openWorld(400);
    const quiet = all.filter(({ isLowPriority }) => isLowPriority);
    expect(quiet.length).toBeGreaterThan(10);
    await flood(desk, (index) => {
      const chat = quiet[index];
      if (chat) desk.beeper.readElsewhere(chat.id);
    });
    await desk.badgeIsRight();
    const polls = Math.ceil(quiet.length / 20) + 1;
    for (let poll = 0; poll < polls; poll += 1) await check(desk);
    expect(await settling(desk, all)).toBeGreaterThan(0);
  }, 90_000);
});
