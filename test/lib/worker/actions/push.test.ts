import { describe, expect, it } from 'vitest';

import { MINUTE } from '@/lib/base/time';
import { openDesk } from '../../../helpers/desk';
import { addKnownChat, writesTo } from '../../../helpers/story';

const ARCHIVE = 'POST /v1/chats/:chatID/archive';
const READ = 'POST /v1/chats/:chatID/read';
const PATCH = 'PATCH /v1/chats/:chatID';

describe('an act', () => {
  it('reaches Beeper once and leaves nothing behind', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, { kind: 'archive' });
    expect(writesTo(desk, chat)).toStrictEqual([ARCHIVE]);
    expect(chat.isArchived).toBe(true);
    expect(await desk.outbox()).toStrictEqual([]);
  });

  it.each(['no-content', 'empty', 'success'] as const)(
    'is done when Beeper answers with %s',
    async (archiveReply) => {
      const desk = await openDesk({ chats: 3, switches: { archiveReply } });
      const chat = await addKnownChat(desk);
      await desk.act(chat.id, { kind: 'archive' });
      expect(await desk.outbox()).toStrictEqual([]);
    },
  );

  it('does nothing more when the same click is told twice', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, { kind: 'archive' }, 'click');
    desk.beeper.archiveElsewhere(chat.id, false);
    await desk.act(chat.id, { kind: 'archive' }, 'click');
    expect(writesTo(desk, chat)).toStrictEqual([ARCHIVE]);
  });

  it('moves the number at once, though Beeper is away', async () => {
    const desk = await openDesk({ chats: 0 });
    const chat = await addKnownChat(desk, { unreadCount: 3 });
    await desk.beeper.fault('down');
    await desk.act(chat.id, { kind: 'markRead' });
    expect(await desk.badge()).toBe('');
    expect(await desk.outbox()).toMatchObject([{ state: 'queued', error: 'notRunning' }]);
  });

  it('to mute takes the chat out of the number at once, and to unmute brings it back', async () => {
    const desk = await openDesk({ chats: 0 });
    const chat = await addKnownChat(desk, { unreadCount: 3 });
    await desk.beeper.fault('down');
    await desk.act(chat.id, { kind: 'mute' });
    expect(await desk.badge()).toBe('');
    await desk.beeper.heal();
    await desk.poll();
    expect([chat.isMuted, await desk.badge()]).toStrictEqual([true, '']);
    await desk.act(chat.id, { kind: 'unmute' });
    await desk.poll();
    expect([chat.isMuted, await desk.badge()]).toStrictEqual([false, '3']);
    expect(writesTo(desk, chat)).toStrictEqual([PATCH, PATCH]);
  });

  it('waits for Beeper and is sent by the poll that finds it back', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk, { unreadCount: 3 });
    await desk.beeper.fault('down');
    await desk.act(chat.id, { kind: 'markRead' });
    await desk.poll();
    await desk.beeper.heal();
    await desk.poll();
    expect(writesTo(desk, chat)).toStrictEqual([READ]);
    expect(await desk.outbox()).toStrictEqual([]);
  });

  it('never leaves when it is undone before it could', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.beeper.fault('down');
    await desk.act(chat.id, { kind: 'archive' });
    await desk.act(chat.id, { kind: 'unarchive' });
    await desk.beeper.heal();
    await desk.poll();
    expect(writesTo(desk, chat)).toStrictEqual([]);
    expect(await desk.outbox()).toStrictEqual([]);
  });

  it('is undone by a second one', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.act(chat.id, { kind: 'archive' });
    await desk.act(chat.id, { kind: 'unarchive' });
    expect(writesTo(desk, chat)).toStrictEqual([ARCHIVE, ARCHIVE]);
    expect(chat.isArchived).toBe(false);
  });

  it('keeps its place among the others for the same chat', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk, { unreadCount: 2 });
    const [read, archive] = [{ kind: 'markRead' } as const, { kind: 'archive' } as const];
    const intents = [
      { id: 'first', chatID: chat.id, intent: read },
      { id: 'second', chatID: chat.id, intent: archive },
    ];
    await desk.ask('act', { intents });
    expect(writesTo(desk, chat)).toStrictEqual([READ, ARCHIVE]);
  });

  it('does not wait for one that is stuck in another chat', async () => {
    const desk = await openDesk({ chats: 3 });
    const [stuck, free] = [await addKnownChat(desk), await addKnownChat(desk, { title: 'Bo' })];
    await desk.beeper.fault('500', {
      when: ({ path }) => decodeURIComponent(path).includes(stuck.id),
    });
    await desk.act(stuck.id, { kind: 'archive' });
    await desk.act(free.id, { kind: 'archive' });
    expect(free.isArchived).toBe(true);
    expect(await desk.outbox()).toMatchObject([{ chatID: stuck.id, error: 'serverTrouble' }]);
  });

  it.each([401, 403] as const)(
    'fails for good when the token may only read and Beeper says %d',
    async (writeRefusal) => {
      const desk = await openDesk({ chats: 3, switches: { writeRefusal } });
      const chat = await addKnownChat(desk, { unreadCount: 3 });
      const number = await desk.badge();
      const { url, readOnlyToken } = desk.beeper;
      await desk.ask('connect', { baseUrl: url, token: readOnlyToken });
      await desk.act(chat.id, { kind: 'markRead' });
      expect(await desk.outbox()).toMatchObject([{ state: 'failed', error: 'readOnly' }]);
      expect(await desk.badge()).toBe(number);
    },
  );

  it('fails for good when the chat is gone', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    desk.beeper.leave(chat.id);
    await desk.act(chat.id, { kind: 'archive' });
    expect(await desk.outbox()).toMatchObject([{ state: 'failed', error: 'chatGone' }]);
  });

  it('is sent again on demand after it failed, and is forgotten on demand', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.beeper.fault('422', { times: 2, when: ({ method }) => method === 'POST' });
    await desk.act(chat.id, { kind: 'archive' }, 'first');
    await desk.ask('retry', { ids: ['first'] });
    expect(await desk.outbox()).toMatchObject([{ id: 'first', state: 'failed', error: 'refused' }]);
    await desk.ask('retry', { ids: ['first'] });
    expect(await desk.outbox()).toStrictEqual([]);
    expect(chat.isArchived).toBe(true);
  });

  it('is forgotten on demand after it failed', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.beeper.fault('422', { when: ({ method }) => method === 'POST' });
    await desk.act(chat.id, { kind: 'archive' }, 'first');
    await desk.ask('dismiss', { ids: ['first'] });
    await desk.beeper.heal();
    await desk.poll();
    expect(await desk.outbox()).toStrictEqual([]);
    expect(chat.isArchived).toBe(false);
  });

  it('is tried again by the alarm when its time has come, not before', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.beeper.fault('500', { when: ({ method }) => method === 'POST' });
    await desk.act(chat.id, { kind: 'archive' });
    await desk.happen(({ alarm }) => alarm('outbox'));
    expect(desk.beeper.writes()).toHaveLength(1);
    await desk.beeper.heal();
    desk.clock.advance(MINUTE);
    await desk.happen(({ alarm }) => alarm('outbox'));
    expect(chat.isArchived).toBe(true);
  });

  it('is not undone in the list by an answer that left Beeper before it', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk, { unreadCount: 3 });
    await desk.act(chat.id, { kind: 'markRead' });
    desk.beeper.receive(chat.id, { text: 'Still there?' });
    await desk.poll();
    expect((await desk.chats()).get(chat.id)).toMatchObject({ unreadCount: 1 });
  });

  it('to remind of a moment that passed meanwhile is not sent, and has rung here', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.beeper.fault('down');
    const at = desk.clock.now() + MINUTE;
    await desk.act(chat.id, { kind: 'remind', at, dismissOnIncoming: false });
    desk.clock.set(at);
    await desk.happen(({ alarm }) => alarm('reminders'));
    await desk.beeper.heal();
    await desk.poll();
    expect(writesTo(desk, chat)).toStrictEqual([]);
    expect(await desk.outbox()).toStrictEqual([]);
    expect(await desk.notifications()).toHaveLength(1);
  });

  it('to mark as read does not read what came after it while it waited', async () => {
    const desk = await openDesk({ chats: 0 });
    const chat = await addKnownChat(desk, { unreadCount: 3 });
    const seenTo = chat.lastActivity;
    await desk.beeper.fault('reset-before-headers', { when: ({ method }) => method === 'POST' });
    await desk.act(chat.id, { kind: 'markRead', seenTo });
    desk.clock.advance(MINUTE);
    desk.beeper.receive(chat.id, { text: 'One more thing' });
    await desk.beeper.heal();
    await desk.happen(({ alarm }) => alarm('outbox'));
    await desk.poll();
    expect(chat.unreadCount).toBe(4);
    expect(await desk.badge()).toBe('4');
  });

  it('is refused while nothing is connected', async () => {
    const desk = await openDesk({ chats: 3, isConnected: false });
    await expect(desk.act('!any', { kind: 'archive' })).rejects.toThrow('notConnected');
  });
});
