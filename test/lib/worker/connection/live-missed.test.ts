import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { DAY, MINUTE, SECOND } from '@/lib/base/time';
import { GRACE } from '@/lib/worker/sync/check';
import { eventually } from '../../../browsers/eventually';
import { NOON } from '../../../helpers/clock';
import { check, inboxChat, openLive, openLiveDesk } from '../../../helpers/live-desk';

/** Whether the socket has missed something is decided a moment after a check. */
const judged = () => pause(GRACE + SECOND / 2);

describe('what the socket loses', () => {
  it('without a word is right again within one safety poll', async () => {
    const desk = await openLive();
    const [one, other] = [inboxChat(desk), desk.beeper.addChat()];
    desk.beeper.socket.lose(1000);
    desk.beeper.receive(other.id, { text: 'Lost' });
    desk.beeper.readElsewhere(one.id);
    await check(desk);
    await desk.badgeIsRight();
  });

  it('makes polling as frequent as without one, until half an hour has been quiet', async () => {
    const desk = await openLive();
    desk.beeper.socket.lose(2);
    desk.beeper.receive(inboxChat(desk).id, { text: 'Lost' });
    await check(desk);
    await eventually(async () => (await desk.status()).missedAt !== undefined);
    await eventually(async () => (await fakeBrowser.alarms.get('poll'))?.periodInMinutes === 0.5);
    expect(await desk.isLive()).toBe(true);
    desk.clock.advance(31 * MINUTE);
    await desk.happen(({ alarm }) => alarm('poll'));
    await eventually(async () => (await fakeBrowser.alarms.get('poll'))?.periodInMinutes === 5);
  });

  it('far down among many unread chats is right again within an hour', async () => {
    // They are there before the socket is: nobody looks at them once more because of an event.
    const desk = await openLiveDesk({ chats: 0, isConnected: false });
    const chats = Array.from({ length: 80 }, (_, index) =>
      desk.beeper.addChat({ unreadCount: 1, lastActivity: NOON - DAY - index * MINUTE }),
    );
    await desk.ask('connect', { baseUrl: desk.beeper.url, token: desk.beeper.token });
    await desk.goesLive();
    await desk.badgeIsRight();
    desk.beeper.socket.lose(1000);
    desk.beeper.readElsewhere(chats.at(-1)?.id ?? '');
    await check(desk);
    expect(await desk.badge()).toBe('80');
    for (let polls = 0; polls < 12; polls += 1) await check(desk);
    await desk.badgeIsRight();
  });

  it('is not suspected of news that are told a moment after the poll has seen them', async () => {
    const desk = await openLive();
    const { id } = inboxChat(desk);
    desk.beeper.receive(id, { text: 'Told' });
    await check(desk);
    await desk.badgeIsRight();
    await judged();
    expect((await desk.status()).missedAt).toBeUndefined();
  });

  it('is not suspected of chats that the first walk meets while it is checked', async () => {
    const desk = await openLiveDesk({ chats: 300, seed: 5, isConnected: false });
    const old = desk.beeper.addChat({
      isArchived: true,
      unreadCount: 2,
      lastActivity: NOON - DAY * 999,
    });
    const continueFullSync = desk.holdBack('inbox=archive');
    await desk.ask('connect', { baseUrl: desk.beeper.url, token: desk.beeper.token });
    await desk.goesLive();
    const answerCheck = desk.holdBack('unreadOnly=true');
    await check(desk);
    expect((await desk.chats()).has(old.id)).toBe(false);
    await continueFullSync();
    await eventually(async () => (await desk.chats()).has(old.id));
    await answerCheck();
    await judged();
    expect((await desk.status()).missedAt).toBeUndefined();
  });

  it('and counts is asked for at once', async () => {
    const desk = await openLive();
    const [one, other] = [inboxChat(desk), desk.beeper.addChat()];
    desk.beeper.socket.lose(1000);
    desk.beeper.receive(other.id, { text: 'Lost' });
    desk.beeper.socket.lose(-1000);
    desk.beeper.socket.skipSeq(3);
    desk.beeper.readElsewhere(one.id);
    await desk.badgeIsRight();
    await eventually(async () => (await desk.chats()).get(other.id)?.unreadCount === 1);
  });

  it('is made up for when it was cut and is open again', async () => {
    const desk = await openLive();
    desk.beeper.socket.cut();
    desk.beeper.receive(inboxChat(desk).id, { text: 'Nobody listens' });
    await eventually(() => desk.beeper.socket.count === 0);
    await desk.goesLive();
    await desk.badgeIsRight();
  });
});
