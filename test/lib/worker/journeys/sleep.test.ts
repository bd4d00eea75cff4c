import { describe, expect, it } from 'vitest';

import { DAY, HOUR, MINUTE, SECOND } from '@/lib/base/time';
import { type Desk, openDesk } from '../../../helpers/desk';
import { allNotifications } from '../../../helpers/fake-browser';
import { comes, goesOn, nextAlarm } from '../../../helpers/journey';
import { addKnownChat } from '../../../helpers/story';

/** Half-minute polls that eight hours of sleep leave out. */
const MISSED = (8 * HOUR) / (30 * SECOND);

/** Every poll asks for this list once. */
function polls({ beeper }: Desk): number {
  return beeper.requests.filter(({ route }) => route === 'GET /v1/chats').length;
}

/** Reminders of as many chats, these hours from now. */
async function remind(desk: Desk, ...hours: number[]): Promise<number[]> {
  const moments = hours.map((hour) => desk.clock.now() + hour * HOUR);
  for (const at of moments) {
    const { id } = await addKnownChat(desk);
    await desk.act(id, { kind: 'remind', at, dismissOnIncoming: false });
  }
  desk.beeper.clearRequests();
  return moments;
}

describe('after eight hours of sleep', () => {
  it('there is one poll, however many alarms the browser makes up for', async () => {
    const desk = await openDesk({ chats: 3 });
    desk.beeper.clearRequests();
    desk.clock.advance(8 * HOUR);
    await desk.happen(({ alarm, wake }) => {
      wake();
      for (let missed = 0; missed < MISSED; missed += 1) alarm('poll');
    });
    expect(polls(desk)).toBe(1);
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
  });

  it.each(['goes on', 'was stopped'])(
    'all that was due rings, once; the worker %s',
    async (how) => {
      const desk = await openDesk({ chats: 3 });
      const [, , , later = 0] = await remind(desk, 1, 3, 7, 9);
      desk.clock.advance(8 * HOUR);
      if (how === 'was stopped') await desk.restart();
      await desk.happen(({ alarm }) => ['reminders', 'poll', 'outbox'].forEach(alarm));
      expect(allNotifications()).toHaveLength(3);
      expect(polls(desk)).toBe(1);
      expect(await nextAlarm()).toBe(later);
      await goesOn(desk, later);
      expect(allNotifications()).toHaveLength(4);
    },
  );

  it('what was asked for before is sent once', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.beeper.fault('down');
    await desk.act(chat.id, { kind: 'archive' });
    await desk.beeper.heal();
    desk.clock.advance(8 * HOUR);
    await desk.happen(({ alarm, wake }) => {
      wake();
      ['outbox', 'poll'].forEach(alarm);
    });
    expect(desk.beeper.writes()).toHaveLength(1);
    expect(chat.isArchived).toBe(true);
  });
});

describe('a clock that is put', () => {
  it('forward a day rings what is past by it, and back again not a second time', async () => {
    const desk = await openDesk({ chats: 3 });
    const [first = 0, second = 0] = await remind(desk, 5, 30);
    desk.clock.advance(DAY);
    await desk.poll();
    expect(allNotifications()).toHaveLength(1);
    desk.clock.advance(-DAY);
    await desk.poll();
    await goesOn(desk, first);
    expect(allNotifications()).toHaveLength(1);
    await goesOn(desk, second);
    expect(allNotifications()).toHaveLength(2);
  });

  it('back a day rings when the moment has come by it, once', async () => {
    const desk = await openDesk({ chats: 3 });
    const [at = 0] = await remind(desk, 5);
    desk.clock.advance(-DAY);
    await desk.poll();
    await comes(desk, at - MINUTE);
    expect(allNotifications()).toHaveLength(0);
    expect(await nextAlarm()).toBe(at);
    await goesOn(desk, at, at + HOUR);
    expect(allNotifications()).toHaveLength(1);
  });

  it.each([-DAY, DAY])('by %d ms goes on counting right', async (ms) => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk, { unreadCount: 2 });
    desk.clock.advance(ms);
    desk.beeper.receive(chat.id, { text: 'What time is it?' });
    await desk.poll();
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
    await desk.act(chat.id, { kind: 'markRead' });
    await desk.poll();
    expect(await desk.badge()).toBe(String(desk.beeper.unread() || ''));
    expect(chat.unreadCount).toBe(0);
  });

  it('back a day does not hold back what waits to be sent', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.beeper.fault('500', { when: ({ method }) => method === 'POST' });
    await desk.act(chat.id, { kind: 'archive' });
    await desk.beeper.heal();
    desk.clock.advance(-DAY);
    await desk.poll();
    expect(chat.isArchived).toBe(true);
  });
});
