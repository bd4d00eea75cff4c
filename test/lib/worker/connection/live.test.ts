import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { MINUTE } from '@/lib/base/time';
import type { Beeper } from '../../../beeper/server';
import { eventually } from '../../../browsers/eventually';
import { check, inboxChat, openLive, openLiveDesk } from '../../../helpers/live-desk';

const asked = ({ requests }: Beeper) => requests.map(({ method, path }) => `${method} ${path}`);

describe('while Beeper tells by itself', () => {
  it('the number follows a message without a poll, for one look at the chat', async () => {
    const desk = await openLive();
    const chat = inboxChat(desk);
    desk.beeper.receive(chat.id, { text: 'Are you there?' });
    await desk.badgeIsRight();
    expect(new Set(asked(desk.beeper))).toStrictEqual(new Set([`GET /v1/chats/${chat.id}`]));
    await eventually(async () => {
      const { preview } = (await desk.chats()).get(chat.id) ?? {};
      return preview?.text === 'Are you there?';
    });
  });

  it.each([
    ['reading elsewhere', 'readElsewhere'],
    ['archiving elsewhere', 'archiveElsewhere'],
    ['muting elsewhere', 'muteElsewhere'],
    ['leaving', 'leave'],
  ] as const)('the number follows %s', async (_what, happens) => {
    const desk = await openLive();
    desk.beeper[happens](inboxChat(desk).id);
    await desk.badgeIsRight();
    expect(asked(desk.beeper)).not.toContain('GET /v1/chats');
  });

  it('a new chat is known at once', async () => {
    const desk = await openLive();
    const chat = desk.beeper.addChat({ unreadCount: 3 });
    desk.beeper.receive(chat.id, { text: 'Hello!' });
    await desk.badgeIsRight();
    expect((await desk.chats()).has(chat.id)).toBe(true);
  });

  it('a reminder set in Beeper is one here', async () => {
    const desk = await openLive();
    const { id } = inboxChat(desk);
    desk.beeper.setReminderElsewhere(id, { remindAt: desk.clock.now() + 90 * MINUTE });
    await eventually(() => desk.reminder(id));
  });

  it('the worker polls every five minutes, and asks for one list', async () => {
    const desk = await openLive();
    expect((await fakeBrowser.alarms.get('poll'))?.periodInMinutes).toBe(5);
    await check(desk);
    expect(asked(desk.beeper)).toStrictEqual(['GET /v1/chats/search']);
  });

  it('an idle hour with many unread chats costs a dozen short lists, a page and the accounts', async () => {
    const desk = await openLive({ chats: 1000 });
    await eventually(async () => (await desk.chats()).size === 1000);
    desk.beeper.clearRequests();
    for (let polls = 0; polls < 12; polls += 1) await check(desk);
    const { requests } = desk.beeper;
    expect(requests.length).toBeLessThanOrEqual(15);
    const limits = requests.map(({ query }) => query.limit?.[0]);
    expect(limits.filter((limit) => limit === '25')).toHaveLength(12);
    expect(await desk.badge()).toBe('999+');
  });
});

describe('the socket', () => {
  it('carries the token in its handshake and nowhere else', async () => {
    const desk = await openLive();
    expect(desk.live.handshakes).toStrictEqual([`Bearer ${desk.beeper.token}`, null]);
  });

  it('goes on while the worker is stopped', async () => {
    const desk = await openLive();
    await desk.restart();
    expect(desk.beeper.socket.count).toBe(1);
    desk.beeper.receive(inboxChat(desk).id, { text: 'Still there?' });
    await desk.badgeIsRight();
    expect(desk.beeper.socket.count).toBe(1);
  });

  it('is opened anew by a worker that finds it gone', async () => {
    const desk = await openLive();
    desk.live.lose();
    await eventually(() => desk.beeper.socket.count === 0);
    await desk.restart();
    await eventually(() => desk.beeper.socket.count === 1);
    await desk.goesLive();
  });

  it('is closed by the person, and polling is as frequent as ever', async () => {
    const desk = await openLive();
    await desk.ask('saveSettings', { isInstant: false });
    await eventually(() => desk.beeper.socket.count === 0);
    expect(await desk.isLive()).toBe(false);
    expect((await fakeBrowser.alarms.get('poll'))?.periodInMinutes).toBe(0.5);
    await desk.ask('saveSettings', { isInstant: true });
    await desk.goesLive();
  });

  it('is closed with the connection', async () => {
    const desk = await openLive();
    await desk.ask('disconnect', null);
    await eventually(() => desk.beeper.socket.count === 0);
    expect(desk.live.handshakes.at(-1)).toBeNull();
  });

  it('is opened anew with a new token', async () => {
    const desk = await openLive();
    const token = desk.beeper.issueToken(['read', 'write']);
    await desk.ask('connect', { baseUrl: desk.beeper.url, token });
    await desk.goesLive();
    await eventually(() => desk.beeper.socket.count === 1);
    expect(desk.live.handshakes).toContain(`Bearer ${token}`);
  });

  it('that goes with Beeper has the trouble told at once, and is back with it', async () => {
    const desk = await openLive();
    await desk.beeper.fault('down');
    await eventually(async () => (await desk.status()).trouble === 'notRunning');
    expect(await desk.isLive()).toBe(false);
    await desk.beeper.heal();
    await eventually(() => desk.isLive(), { timeoutMs: 30_000 });
    await eventually(async () => (await desk.status()).trouble === undefined);
  }, 40_000);
});

describe('a Beeper without a socket for us', () => {
  it.each([
    ['is too old', { age: 'v4.1.300' }, []],
    ['does not let us in', {}, ['401']],
    ['knows no such route', {}, ['404']],
    ['hangs', {}, ['hanging']],
  ] as const)('is polled in silence: it %s', async (_how, options, faults) => {
    const desk = await openLiveDesk({ chats: 20, ...options, isConnected: false });
    const { beeper } = desk;
    for (const fault of faults) {
      await beeper.fault(fault, { when: ({ path }) => path === '/v1/ws' });
    }
    await desk.ask('connect', { baseUrl: beeper.url, token: beeper.token });
    if (faults.length > 0) {
      await eventually(() => beeper.requests.some(({ path }) => path === '/v1/ws'));
    }
    beeper.receive(inboxChat(desk).id, { text: 'By poll' });
    await desk.poll();
    await desk.badgeIsRight();
    expect(await desk.status()).not.toHaveProperty('trouble');
    expect(await desk.isLive()).toBe(false);
    expect((await fakeBrowser.alarms.get('poll'))?.periodInMinutes).toBe(0.5);
  });

  it('of 4.2.600 tells, and is asked for its lists', async () => {
    const desk = await openLive({ age: 'v4.2.600' });
    desk.beeper.receive(inboxChat(desk).id, { text: 'Old and live' });
    await desk.badgeIsRight();
  });
});
