import { describe, expect, it } from 'vitest';

import { HOUR, MINUTE, SECOND } from '@/lib/base/time';
import { PATIENCE } from '@/lib/model/notifications/plan';
import type { NotifySettings } from '@/lib/model/notifications/settings';
import { AGES } from '../../../beeper/age';
import { eventually } from '../../../browsers/eventually';
import { type Desk, type DeskOptions, openDesk } from '../../../helpers/desk';
import { allNotifications } from '../../../helpers/fake-browser';
import { openLiveDesk } from '../../../helpers/live-desk';
import { addKnownChat, theyHaveWaited, writesTo } from '../../../helpers/story';

const ALL: Partial<NotifySettings> = { direct: true, groups: true };

/** Somebody who wants to be told, and a chat. */
async function openTold(options: DeskOptions = {}, notify = ALL) {
  const desk = await openDesk({ chats: 6, ...options });
  await desk.ask('saveSettings', { notify });
  const chat = await addKnownChat(desk);
  desk.clock.advance(SECOND);
  return { desk, chat };
}

async function write(desk: Desk, chatID: string, text = 'Are you there?'): Promise<void> {
  desk.beeper.receive(chatID, { text });
  await desk.poll();
  await theyHaveWaited(desk);
}

describe('a new message', () => {
  it('is told of by nobody who has not asked for it', async () => {
    const desk = await openDesk({ chats: 6 });
    await write(desk, (await addKnownChat(desk)).id);
    expect(allNotifications()).toStrictEqual([]);
  });

  it.each(AGES)('is told of once, whatever goes on, with Beeper %s', async (age) => {
    const { desk, chat } = await openTold({ age });
    await write(desk, chat.id);
    const [shown] = await desk.notifications();
    expect(shown).toMatchObject({ title: 'Ada', message: 'Are you there?' });
    await desk.poll();
    await desk.restart();
    await desk.poll();
    await desk.happen(({ start }) => start());
    expect(allNotifications()).toHaveLength(1);
  });

  it.each(AGES)('is withdrawn when it is read elsewhere, with Beeper %s', async (age) => {
    const { desk, chat } = await openTold({ age });
    await write(desk, chat.id);
    desk.beeper.readElsewhere(chat.id);
    await desk.restart();
    await desk.poll();
    expect(await desk.notifications()).toStrictEqual([]);
  });

  it('is withdrawn at once when the person reads or archives it here', async () => {
    const { desk, chat } = await openTold();
    await write(desk, chat.id);
    await desk.beeper.fault('down');
    await desk.act(chat.id, { kind: 'markRead' });
    expect(await desk.notifications()).toStrictEqual([]);
  });

  it('is opened by a click, also by a worker just started', async () => {
    const { desk, chat } = await openTold();
    await write(desk, chat.id);
    const [id = ''] = allNotifications();
    await desk.restart();
    await desk.happen(({ notificationClicked }) => notificationClicked(id));
    const focus = desk.beeper.requests.find(({ path }) => path === '/v1/focus');
    expect(focus?.body).toStrictEqual({ chatID: chat.id });
    expect(await desk.notifications()).toStrictEqual([]);
  });

  it('is archived by its first button and put off by its second, once', async () => {
    const { desk, chat } = await openTold();
    await write(desk, chat.id);
    const [id = ''] = allNotifications();
    const press = (index: number) =>
      desk.happen(({ notificationButton }) => notificationButton(id, index));
    await press(1);
    await press(1);
    expect(writesTo(desk, chat)).toStrictEqual(['POST /v1/chats/:chatID/reminders']);
    expect(chat.reminder?.remindAt).toBe(Math.ceil((desk.clock.now() + HOUR) / MINUTE) * MINUTE);
    expect(await desk.notifications()).toStrictEqual([]);
    await press(0);
    expect(chat.isArchived).toBe(true);
  });

  it('in many chats at once is told of together, and a click brings up Beeper', async () => {
    const { desk, chat } = await openTold();
    const others = [await addKnownChat(desk, { title: 'Bo' }), await addKnownChat(desk)];
    const before = desk.beeper.addChat({ title: 'Cy', type: 'single' });
    for (const { id } of [chat, ...others, before]) {
      desk.beeper.receive(id, { text: 'Hello' });
      desk.beeper.receive(id, { text: 'Anybody?' });
    }
    await desk.poll();
    await theyHaveWaited(desk);
    const [shown] = await desk.notifications();
    expect(allNotifications()).toHaveLength(1);
    expect(shown?.title).toBe('8 new messages in 4 chats');
    await desk.happen(({ notificationClicked }) => notificationClicked(shown?.id ?? ''));
    expect(desk.beeper.requests.some(({ path }) => path === '/v1/focus')).toBe(true);
    expect(await desk.notifications()).toStrictEqual([]);
  });
});

describe('a message in the chat that is open in Beeper', () => {
  it('is counted at once, and not told of when it is read within a second', async () => {
    const { desk, chat } = await openTold();
    const { beeper, clock, happen } = desk;
    const asks = () => happen(({ alarm }) => alarm('poll'));
    beeper.receive(chat.id, { text: 'You see this' });
    await asks();
    expect(await desk.badge()).toBe(String(beeper.unread()));
    clock.advance(SECOND);
    beeper.readElsewhere(chat.id);
    await asks();
    await theyHaveWaited(desk);
    expect(allNotifications()).toStrictEqual([]);
    expect(await desk.badge()).toBe(String(beeper.unread()));
  });

  it('is not told of either as it comes over the live socket', async () => {
    const desk = await openLiveDesk({ chats: 6 });
    await desk.goesLive();
    await desk.ask('saveSettings', { notify: ALL });
    const [chat, other] = [await addKnownChat(desk), await addKnownChat(desk, { title: 'Bo' })];
    const { beeper, clock } = desk;
    beeper.receive(chat.id, { text: 'You see this' });
    await eventually(async () => (await desk.chats()).get(chat.id)?.unreadCount === 1);
    beeper.readElsewhere(chat.id);
    await eventually(async () => (await desk.chats()).get(chat.id)?.unreadCount === 0);
    beeper.receive(other.id, { text: 'And you do not' });
    await eventually(async () => (await desk.chats()).get(other.id)?.unreadCount === 1);
    clock.advance(PATIENCE);
    // By the timer alone.
    await eventually(() => allNotifications().length > 0);
    expect((await desk.notifications()).map(({ title }) => title)).toStrictEqual(['Bo']);
    expect(allNotifications()).toHaveLength(1);
  });

  it('is told of once by the next worker when it is not read, and this one dies', async () => {
    const { desk, chat } = await openTold();
    desk.beeper.receive(chat.id, { text: 'Are you there?' });
    await desk.poll();
    await desk.restart();
    expect(allNotifications()).toStrictEqual([]);
    await desk.poll();
    expect((await desk.notifications()).map(({ title }) => title)).toStrictEqual(['Ada']);
    await desk.restart();
    await desk.poll();
    expect(allNotifications()).toHaveLength(1);
  });
});

describe('what is old', () => {
  it.each(AGES)('is not told of when the person connects to Beeper %s', async (age) => {
    const desk = await openDesk({ age, chats: 40, isConnected: false });
    await desk.ask('saveSettings', { notify: ALL });
    const { url: baseUrl, token } = desk.beeper;
    await desk.ask('connect', { baseUrl, token });
    await desk.poll();
    await theyHaveWaited(desk);
    expect(allNotifications()).toStrictEqual([]);
  });

  it.each(['asleep', 'closed'])('is not told of when the computer was %s', async (how) => {
    const { desk, chat } = await openTold();
    desk.clock.advance(HOUR);
    desk.beeper.receive(chat.id, { text: 'Anybody?' });
    desk.clock.advance(7 * HOUR);
    if (how === 'closed') {
      await desk.restart();
      await desk.happen(({ start }) => start());
    }
    await desk.poll();
    await theyHaveWaited(desk);
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
    expect(allNotifications()).toStrictEqual([]);
    await write(desk, chat.id);
    expect(allNotifications()).toHaveLength(1);
  });

  it('is told of after a moment without Beeper, and not after a long one', async () => {
    const { desk, chat } = await openTold();
    for (const [minutes, told] of [
      [2, 1],
      [30, 1],
    ] as const) {
      await desk.beeper.fault('down');
      await desk.poll();
      desk.beeper.receive(chat.id, { text: 'Hello' });
      desk.clock.advance(minutes * MINUTE);
      await desk.beeper.heal();
      await desk.poll();
      await theyHaveWaited(desk);
      expect(allNotifications()).toHaveLength(told);
    }
  });
});

describe('what is not to be told of', () => {
  it.each([
    { isMuted: true },
    { isLowPriority: true },
    { isArchived: true, isMuted: true },
    { type: 'group' as const },
  ])('is not: %j', async (chat) => {
    const { desk } = await openTold({}, { direct: true });
    await write(desk, (await addKnownChat(desk, chat)).id);
    expect(allNotifications()).toStrictEqual([]);
  });

  it('is not, once the person is connected no more', async () => {
    const { desk, chat } = await openTold();
    await write(desk, chat.id);
    await desk.ask('disconnect', null);
    expect(await desk.notifications()).toStrictEqual([]);
  });

  it('is taken off the screen when the person switches it off', async () => {
    const { desk, chat } = await openTold();
    await write(desk, chat.id);
    await desk.ask('saveSettings', { notify: { direct: false, groups: false } });
    expect(await desk.notifications()).toStrictEqual([]);
  });
});

it('a test is shown, and a click on it does nothing but take it away', async () => {
  const desk = await openDesk({ chats: 3 });
  desk.beeper.clearRequests();
  await desk.ask('testNotification', null);
  const [id = ''] = allNotifications();
  await desk.happen(({ notificationClicked }) => notificationClicked(id));
  expect(await desk.notifications()).toStrictEqual([]);
  expect(desk.beeper.requests).toHaveLength(0);
});
