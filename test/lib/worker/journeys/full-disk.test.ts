import { describe, expect, it, onTestFinished } from 'vitest';

import { HOUR } from '@/lib/base/time';
import { openDesk } from '../../../helpers/desk';
import { allNotifications, type Disk, fillDisks } from '../../../helpers/fake-browser';
import { addKnownChat, writesTo } from '../../../helpers/story';

const FULL: readonly [string, readonly Disk[]][] = [
  ['all storage', ['storage.local', 'IndexedDB']],
  ['the storage of the items', ['storage.local']],
  ['the storage of the chats', ['IndexedDB']],
];

/** Full until told otherwise, and at the latest until the test is over. */
function fill(...disks: readonly Disk[]): () => void {
  const makeRoom = fillDisks(...disks);
  onTestFinished(makeRoom);
  return makeRoom;
}

const ARCHIVE = 'POST /v1/chats/:chatID/archive';

describe('while a disk is full', () => {
  it('an act is answered with what is wrong, and done once there is room', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk, { unreadCount: 2 });
    const makeRoom = fill('storage.local', 'IndexedDB');
    const act = () => desk.act(chat.id, { kind: 'archive' }, 'click');
    await expect(act()).rejects.toThrow('storageFailed');
    await desk.poll();
    await expect(act()).rejects.toThrow('storageFailed');
    makeRoom();
    await act();
    for (let polls = 0; polls < 3; polls += 1) await desk.poll();
    await desk.restart();
    await act();
    expect(writesTo(desk, chat)).toStrictEqual([ARCHIVE]);
    expect(await desk.outbox()).toStrictEqual([]);
    expect((await desk.chats()).get(chat.id)).toMatchObject({ box: 'archive' });
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
  });

  it('an act is not forgotten though nobody tries again', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    const makeRoom = fill('storage.local');
    await expect(desk.act(chat.id, { kind: 'archive' })).rejects.toThrow('storageFailed');
    makeRoom();
    await desk.poll();
    expect(writesTo(desk, chat)).toStrictEqual([ARCHIVE]);
    expect(await desk.outbox()).toStrictEqual([]);
  });

  it.each([false, true])(
    'an act on its way is not sent twice, if stopped: %s',
    async (isStopped) => {
      const desk = await openDesk({ chats: 3 });
      const chat = await addKnownChat(desk);
      const letGo = desk.holdBack('/archive');
      await desk.act(chat.id, { kind: 'archive' });
      const makeRoom = fill('storage.local', 'IndexedDB');
      await letGo();
      if (isStopped) await desk.restart();
      await desk.poll();
      makeRoom();
      for (let polls = 0; polls < 3; polls += 1) await desk.poll();
      expect(writesTo(desk, chat)).toStrictEqual([ARCHIVE]);
      expect(await desk.outbox()).toStrictEqual([]);
    },
  );

  it.each(FULL)('that is %s, the worker goes on and writes all later', async (_what, disks) => {
    const desk = await openDesk({ chats: 3 });
    const makeRoom = fill(...disks);
    const news = desk.beeper.addChat({ unreadCount: 5 });
    for (let polls = 0; polls < 3; polls += 1) await desk.poll();
    makeRoom();
    await desk.poll();
    expect(await desk.badge()).toBe(String(desk.beeper.unread()));
    expect((await desk.chats()).get(news.id)).toMatchObject({ unreadCount: 5 });
  });

  it('a reminder that comes due rings once, at the latest when there is room', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    const at = desk.clock.now() + HOUR;
    await desk.act(chat.id, { kind: 'remind', at, dismissOnIncoming: false });
    const makeRoom = fill('storage.local', 'IndexedDB');
    desk.clock.set(at);
    await desk.happen(({ alarm }) => alarm('reminders'));
    await desk.poll();
    makeRoom();
    for (let polls = 0; polls < 3; polls += 1) await desk.poll();
    expect(allNotifications()).toHaveLength(1);
    expect(await desk.reminder(chat.id)).toMatchObject({ bell: 'rung' });
  });
});
