import { describe, expect, it } from 'vitest';

import { NOON, findChat, openBeeper, raw, sdk } from './support';

describe('a chat added by a test', () => {
  it('is as the test wants it, to its last message', async () => {
    const beeper = await openBeeper({ chats: 0 });
    const chat = beeper.addChat({ title: 'Nina', unreadCount: 4, accountID: 'signal' });
    const seen = await sdk(beeper).chats.retrieve(chat.id);
    const { items } = await sdk(beeper).messages.list(chat.id);
    expect(seen).toMatchObject({ title: 'Nina', unreadCount: 4, network: 'Signal' });
    expect(seen.lastActivity).toBe(new Date(NOON).toISOString());
    expect(items.filter(({ isUnread }) => isUnread)).toHaveLength(4);
  });

  it('is gone when it is left', async () => {
    const beeper = await openBeeper();
    const chat = beeper.addChat();
    beeper.leave(chat.id);
    await expect(sdk(beeper).chats.retrieve(chat.id)).rejects.toMatchObject({ status: 404 });
    expect(() => beeper.chat(chat.id)).toThrow('no chat');
  });
});

describe('an incoming message', () => {
  it('raises the count and the chat', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ title }) => title === 'Maya Lindqvist');
    beeper.receive(chat.id, { text: '1 < 2', senderName: 'Maya' });
    const [first] = (await sdk(beeper).chats.list()).items;
    expect(first).toMatchObject({ id: chat.id, unreadCount: 3 });
    expect(first?.preview).toMatchObject({ text: '1 &lt; 2', senderName: 'Maya', isUnread: true });
  });

  it('raises the chat alone when it is a quiet one', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ unreadCount }) => unreadCount === 2);
    beeper.receive(chat.id, { text: '{{sender}} reacted', type: 'REACTION', isQuiet: true });
    expect(chat).toMatchObject({ unreadCount: 2, lastActivity: NOON });
  });

  it('brings an archived chat back unless it is muted or switched off', async () => {
    const beeper = await openBeeper();
    const loud = beeper.addChat({ isArchived: true });
    const quiet = beeper.addChat({ isArchived: true, isMuted: true });
    const kept = beeper.addChat({ isArchived: true });
    beeper.receive(loud.id, { text: 'Hello' });
    beeper.receive(quiet.id, { text: 'Hello' });
    beeper.switches.incomingUnarchives = false;
    beeper.receive(kept.id, { text: 'Hello' });
    expect([loud.isArchived, quiet.isArchived, kept.isArchived]).toStrictEqual([false, true, true]);
  });
});

describe('the true number', () => {
  it('counts a mark as one and leaves out what is muted, archived or of low priority', async () => {
    const beeper = await openBeeper({ chats: 0 });
    beeper.addChat({ unreadCount: 3 });
    beeper.addChat({ unreadCount: 2, isMarkedUnread: true });
    beeper.addChat({ isMarkedUnread: true });
    beeper.addChat({ unreadCount: 10, isMuted: true });
    beeper.addChat({ unreadCount: 100, isLowPriority: true });
    beeper.addChat({ unreadCount: 1_000, isArchived: true });
    expect(beeper.unread()).toBe(6);
    expect(beeper.unread({ count: 'chats' })).toBe(3);
    expect(beeper.unread({ muted: true })).toBe(16);
    expect(beeper.unread({ lowPriority: true })).toBe(106);
    expect(beeper.unread({ archived: true })).toBe(1_006);
  });

  it('follows what happens elsewhere', async () => {
    const beeper = await openBeeper({ chats: 0 });
    const { id } = beeper.addChat({ unreadCount: 3 });
    const after = (happen: () => void): number => {
      happen();
      return beeper.unread();
    };
    expect(after(() => beeper.receive(id, { text: 'Hello' }))).toBe(4);
    expect(after(() => beeper.muteElsewhere(id))).toBe(0);
    expect(after(() => beeper.muteElsewhere(id, false))).toBe(4);
    expect(after(() => beeper.lowPriorityElsewhere(id))).toBe(0);
    expect(after(() => beeper.lowPriorityElsewhere(id, false))).toBe(4);
    expect(after(() => beeper.archiveElsewhere(id))).toBe(0);
    expect(after(() => beeper.archiveElsewhere(id, false))).toBe(4);
    expect(after(() => beeper.readElsewhere(id))).toBe(0);
    expect(after(() => beeper.markUnreadElsewhere(id))).toBe(1);
  });
});

describe('the request log', () => {
  it('keeps what was asked and what was answered', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ network }) => network === 'iMessage');
    await sdk(beeper).chats.archive(chat.id, { archived: true });
    await raw(beeper, '/v1/chats/search?accountIDs=a&accountIDs=b&limit=7');
    const [write, read] = beeper.requests;
    expect(write).toMatchObject({
      method: 'POST',
      route: 'POST /v1/chats/:chatID/archive',
      params: { chatID: chat.id },
      body: { archived: true },
      status: 204,
      time: NOON,
    });
    expect(write?.headers.authorization).toBe(`Bearer ${beeper.token}`);
    expect(read?.query).toStrictEqual({ accountIDs: ['a', 'b'], limit: ['7'] });
  });

  it('tells writes from reads, refused ones included', async () => {
    const beeper = await openBeeper();
    await raw(beeper, '/v1/chats');
    await raw(beeper, '/v1/focus', { method: 'POST' });
    await raw(beeper, '/v1/chats/nowhere/archive', { method: 'POST' });
    expect(beeper.writes().map(({ path, status }) => [path, status])).toStrictEqual([
      ['/v1/chats/nowhere/archive', 404],
    ]);
    beeper.clearRequests();
    expect(beeper.requests).toStrictEqual([]);
  });

  it('keeps a request that never got an answer', async () => {
    const beeper = await openBeeper();
    await beeper.fault('reset-before-headers');
    await expect(raw(beeper, '/v1/chats')).rejects.toThrow('fetch failed');
    expect(beeper.requests.map(({ status }) => status)).toStrictEqual([null]);
  });
});
