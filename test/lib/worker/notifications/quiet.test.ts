import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { HOUR, MINUTE } from '@/lib/base/time';
import { type Desk, openDesk } from '../../../helpers/desk';
import { allNotifications, toolbar } from '../../../helpers/fake-browser';
import { addKnownChat } from '../../../helpers/story';

/** Reminders in so many minutes each. */
async function remind(desk: Desk, ...minutes: number[]): Promise<void> {
  for (const [index, minute] of minutes.entries()) {
    const { id } = await addKnownChat(desk, { title: `Chat ${index}` });
    const at = desk.clock.now() + minute * MINUTE;
    await desk.act(id, { kind: 'remind', at, dismissOnIncoming: false });
  }
}

async function passes(desk: Desk, ms: number): Promise<void> {
  desk.clock.advance(ms);
  await desk.happen(({ alarm }) => ['quiet', 'reminders'].forEach(alarm));
}

async function alarmAt(name: string): Promise<number | undefined> {
  return (await fakeBrowser.alarms.get(name))?.scheduledTime;
}

describe('quiet', () => {
  it('shows on the button and in the status, and an alarm ends it on time', async () => {
    const desk = await openDesk({ chats: 20 });
    const number = await desk.badge();
    await desk.ask('setQuiet', { wish: 'hour' });
    const end = desk.clock.now() + HOUR;
    expect(await toolbar()).toMatchObject({ text: number, icon: 'icon/paused-16.png' });
    expect((await desk.status()).quietUntil).toBe(end);
    expect(await alarmAt('quiet')).toBe(end);
    await desk.restart();
    await passes(desk, HOUR);
    expect(await toolbar()).toMatchObject({ text: number, icon: 'icon/icon-16.png' });
    expect((await desk.status()).quietUntil).toBeUndefined();
    expect(await alarmAt('quiet')).toBeUndefined();
  });

  it('hides the number where that is wanted', async () => {
    const desk = await openDesk({ chats: 20 });
    await desk.ask('saveSettings', { quiet: { hidesBadge: true } });
    await desk.ask('setQuiet', { wish: 'halfHour' });
    expect(await desk.badge()).toBe('');
    await desk.ask('setQuiet', { wish: 'over' });
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
  });

  it('goes on after the person has connected anew', async () => {
    const desk = await openDesk({ chats: 3 });
    await desk.ask('setQuiet', { wish: 'tomorrow' });
    await desk.ask('disconnect', null);
    await desk.ask('connect', { baseUrl: desk.beeper.url, token: desk.beeper.token });
    await desk.poll();
    expect((await desk.status()).quietUntil).toBeGreaterThan(desk.clock.now());
  });

  it.each([
    [1, ['Chat 0']],
    [2, ['2 reminders']],
    [5, ['5 reminders']],
  ])('lets %d reminders wait, which then come as %j', async (count, titles) => {
    const desk = await openDesk({ chats: 3 });
    await remind(desk, ...Array.from({ length: count }, (_, index) => 10 + index));
    await desk.ask('setQuiet', { wish: 'hour' });
    await passes(desk, 30 * MINUTE);
    await desk.restart();
    expect(allNotifications()).toStrictEqual([]);
    expect(await alarmAt('reminders')).toBe((await desk.status()).quietUntil);
    await passes(desk, 31 * MINUTE);
    expect((await desk.notifications()).map(({ title }) => title)).toStrictEqual(titles);
    await passes(desk, HOUR);
    expect(allNotifications()).toHaveLength(titles.length);
  });

  it('lets reminders ring at once when it is ended by hand', async () => {
    const desk = await openDesk({ chats: 3 });
    await remind(desk, 10);
    await desk.ask('setQuiet', { wish: 'hour' });
    await passes(desk, 30 * MINUTE);
    await desk.ask('setQuiet', { wish: 'over' });
    expect(allNotifications()).toHaveLength(1);
  });

  it('is broken by reminders where that is wanted', async () => {
    const desk = await openDesk({ chats: 3 });
    await desk.ask('saveSettings', { quiet: { remindersRing: true } });
    await remind(desk, 10);
    await desk.ask('setQuiet', { wish: 'hour' });
    await passes(desk, 11 * MINUTE);
    expect(allNotifications()).toHaveLength(1);
  });
});

describe('the number that a person chose', () => {
  it('begins at nothing each time the popup has been open', async () => {
    const desk = await openDesk({ chats: 20 });
    const chat = await addKnownChat(desk);
    await desk.ask('saveSettings', { badge: { sinceLooked: true } });
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
    await desk.ask('sawUnread', null);
    expect(await desk.badge()).toBe('');
    desk.beeper.receive(chat.id, { text: 'One' });
    desk.beeper.receive(chat.id, { text: 'Two' });
    await desk.poll();
    await desk.restart();
    expect(await desk.badge()).toBe('2');
    expect(await desk.tooltip()).toMatch(/^2 new in Beeper since you last looked/);
  });

  it('gives way to a dot for what is of low priority', async () => {
    const desk = await openDesk({ chats: 3 });
    for (const { id } of desk.beeper.chats.values()) desk.beeper.readElsewhere(id);
    await desk.ask('saveSettings', { badge: { hasDot: true } });
    expect(await desk.badge()).toBe('');
    const chat = await addKnownChat(desk, { isLowPriority: true });
    desk.beeper.receive(chat.id, { text: 'Sale' });
    await desk.poll();
    expect(await desk.badge()).toBe('•');
  });

  it('counts mentions as Beeper tells them', async () => {
    const desk = await openDesk({ chats: 3 });
    for (const { id } of desk.beeper.chats.values()) desk.beeper.readElsewhere(id);
    await addKnownChat(desk, { type: 'group', unreadCount: 9, unreadMentionsCount: 2 });
    await desk.ask('saveSettings', { badge: { count: 'wanting' } });
    expect(await desk.badge()).toBe('2');
  });
});
