import { describe, expect, it } from 'vitest';

import { chatPath, findChat, openBeeper, raw, sdk } from './support';

describe('archiving', () => {
  it('takes a chat out of the inbox and leaves it unread', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ unreadCount, isArchived }) => unreadCount > 1 && !isArchived);
    const before = chat.unreadCount;
    await sdk(beeper).chats.archive(chat.id);
    expect(chat).toMatchObject({ isArchived: true, unreadCount: before });
  });

  it('works both ways', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ isArchived }) => isArchived);
    await sdk(beeper).chats.archive(chat.id, { archived: false });
    expect(chat.isArchived).toBe(false);
  });

  it.each([
    ['no-content', 204, ''],
    ['empty', 200, ''],
    ['success', 200, '{"success":true}'],
  ] as const)('answers %s with %i', async (archiveReply, status, text) => {
    const beeper = await openBeeper({ switches: { archiveReply } });
    const chat = findChat(beeper, () => true);
    const response = await raw(beeper, chatPath(chat, '/archive'), { method: 'POST' });
    expect([response.status, await response.text()]).toStrictEqual([status, text]);
  });
});

describe('archiving a pinned chat', () => {
  it.each([
    ['done', 204, true],
    ['ignored', 204, false],
    ['refused', 400, false],
  ] as const)('is %s: %i', async (pinnedArchiving, status, isArchived) => {
    const beeper = await openBeeper({ switches: { pinnedArchiving } });
    const chat = findChat(beeper, ({ isPinned }) => isPinned);
    const response = await raw(beeper, chatPath(chat, '/archive'), { method: 'POST' });
    expect([response.status, chat.isArchived]).toStrictEqual([status, isArchived]);
  });
});

describe('reading', () => {
  it('clears the count and the mark', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ unreadMentionsCount }) => unreadMentionsCount > 0);
    beeper.markUnreadElsewhere(chat.id);
    const answer = await sdk(beeper).chats.markRead(chat.id);
    expect(answer).toMatchObject({ id: chat.id, unreadCount: 0, isMarkedUnread: false });
    expect(chat).toMatchObject({ unreadCount: 0, unreadMentionsCount: 0, isMarkedUnread: false });
  });

  it('goes up to a message and no further', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ unreadCount }) => unreadCount === 5);
    const messageID = beeper.messages(chat.id).at(-3)?.id ?? '';
    const { unreadCount } = await sdk(beeper).chats.markRead(chat.id, { messageID });
    expect(unreadCount).toBe(2);
  });

  it('does not go back', async () => {
    const beeper = await openBeeper();
    const chat = findChat(
      beeper,
      ({ unreadCount, isArchived }) => unreadCount === 0 && !isArchived,
    );
    const messageID = beeper.messages(chat.id)[0]?.id ?? '';
    const { unreadCount } = await sdk(beeper).chats.markRead(chat.id, { messageID });
    expect(unreadCount).toBe(0);
  });
});

describe('marking unread', () => {
  it('sets the mark and counts nothing', async () => {
    const beeper = await openBeeper();
    const chat = findChat(
      beeper,
      ({ unreadCount, isMarkedUnread }) => !unreadCount && !isMarkedUnread,
    );
    const answer = await sdk(beeper).chats.markUnread(chat.id);
    expect(answer).toMatchObject({ unreadCount: 0, isMarkedUnread: true });
  });

  it('counts what came since a message', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ unreadCount }) => unreadCount === 3);
    const messageID = beeper.messages(chat.id).at(-2)?.id ?? '';
    await sdk(beeper).chats.markRead(chat.id);
    const { unreadCount } = await sdk(beeper).chats.markUnread(chat.id, { messageID });
    expect(unreadCount).toBe(2);
  });
});

describe('changing a chat', () => {
  it('takes every documented member', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ draft, isPinned }) => !draft && !isPinned);
    const answer = await sdk(beeper).chats.update(chat.id, {
      isArchived: true,
      isLowPriority: true,
      isMuted: true,
      isPinned: true,
      title: 'Renamed',
      description: 'About nothing',
      imgURL: '/home/robin/picture.png',
      messageExpirySeconds: 60,
      draft: { text: 'Dear <all>' },
    });
    expect(answer).toMatchObject({
      isArchived: true,
      isLowPriority: true,
      isMuted: true,
      isPinned: true,
      title: 'Renamed',
      description: 'About nothing',
      messageExpirySeconds: 60,
      draft: { text: '<p>Dear &lt;all&gt;</p>' },
    });
  });

  it('overwrites no draft that was not emptied first', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ draft }) => draft !== null);
    const write = () => sdk(beeper).chats.update(chat.id, { draft: { text: 'Another' } });
    await expect(write()).rejects.toMatchObject({ status: 400 });
    await sdk(beeper).chats.update(chat.id, { draft: null });
    await expect(write()).resolves.toMatchObject({ draft: { text: '<p>Another</p>' } });
  });

  it('names a chat after its people again when the title is cleared', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ type }) => type === 'group');
    const { title } = await sdk(beeper).chats.update(chat.id, { title: null });
    expect(title).toBe(chat.participants[0]?.fullName);
  });

  it('notifies anyway on one network alone', async () => {
    const beeper = await openBeeper();
    const apple = findChat(beeper, ({ network }) => network === 'iMessage');
    const other = findChat(beeper, ({ network }) => network === 'Signal');
    await expect(sdk(beeper).chats.notifyAnyway(apple.id)).resolves.toMatchObject({ id: apple.id });
    await expect(sdk(beeper).chats.notifyAnyway(other.id)).rejects.toMatchObject({ status: 400 });
  });
});

describe('focus', () => {
  it('raises the app without touching a chat', async () => {
    const beeper = await openBeeper();
    const before = beeper.unread();
    await expect(sdk(beeper).focus()).resolves.toStrictEqual({ success: true });
    expect(beeper.unread()).toBe(before);
  });

  it('opens a chat, which reads it there, and leaves a draft', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ unreadCount }) => unreadCount > 0);
    await sdk(beeper).focus({ chatID: chat.id, draftText: 'On my way' });
    expect(chat).toMatchObject({ unreadCount: 0, draft: '<p>On my way</p>' });
  });

  it('reads nothing when told so', async () => {
    const beeper = await openBeeper({ switches: { focusReads: false } });
    const chat = findChat(beeper, ({ unreadCount }) => unreadCount === 3);
    await sdk(beeper).focus({ chatID: chat.localChatID });
    expect(chat.unreadCount).toBe(3);
  });

  it.each([{ draftText: 'For whom?' }, { chatID: '' }, { chat: 'x' }])(
    'refuses %j',
    async (body) => {
      const beeper = await openBeeper();
      expect((await raw(beeper, '/v1/focus', { method: 'POST', body })).status).toBe(400);
    },
  );
});
