import { describe, expect, it } from 'vitest';

import { chatPath, findChat, openBeeper, raw, sdk } from './support';

describe('listing messages', () => {
  it('gives 20 a page, newest first, to the very first one', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ history }) => history > 40);
    const page = await sdk(beeper).messages.list(chat.id);
    const ids: string[] = [];
    for await (const message of page) ids.push(message.id);
    expect(page.items).toHaveLength(20);
    expect(ids.toReversed()).toStrictEqual(beeper.messages(chat.id).map(({ id }) => id));
  });

  it('tells which messages are unread', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ unreadCount }) => unreadCount === 5);
    const { items } = await sdk(beeper).messages.list(chat.id);
    expect(items.filter(({ isUnread }) => isUnread)).toHaveLength(5);
  });

  it('refuses a cursor it never gave', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, () => true);
    expect((await raw(beeper, chatPath(chat, '/messages?cursor=100003'))).status).toBe(400);
  });
});

describe('sending', () => {
  it('gives a pending id that leads to the final message', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ isReadOnly, isArchived }) => !isReadOnly && isArchived);
    const { messages } = sdk(beeper);
    const { pendingMessageID } = await messages.send(chat.id, { text: 'See <you> soon' });
    const message = await messages.retrieve(pendingMessageID, { chatID: chat.id });
    expect(message).toMatchObject({
      text: 'See &lt;you&gt; soon',
      isSender: true,
      sendStatus: { status: 'SUCCESS' },
    });
    expect(message.id).not.toBe(pendingMessageID);
    expect(chat).toMatchObject({ isArchived: false, unreadCount: 0 });
  });

  it('stays pending until a test settles it', async () => {
    const beeper = await openBeeper({ switches: { sendsSettle: 'by-hand' } });
    const chat = findChat(beeper, ({ isReadOnly }) => !isReadOnly);
    const { messages } = sdk(beeper);
    const { pendingMessageID } = await messages.send(chat.id, { text: 'Hm' });
    const status = async () =>
      (await messages.retrieve(pendingMessageID, { chatID: chat.id })).sendStatus?.status;
    await expect(status()).resolves.toBe('PENDING');
    beeper.settleSends();
    await expect(status()).resolves.toBe('SUCCESS');
  });

  it('brings a chat back that was archived before the message settled', async () => {
    const beeper = await openBeeper({ switches: { sendsSettle: 'by-hand' } });
    const chat = findChat(beeper, ({ isReadOnly }) => !isReadOnly);
    await sdk(beeper).messages.send(chat.id, { text: 'Bye' });
    await sdk(beeper).chats.archive(chat.id);
    beeper.settleSends();
    expect(chat.isArchived).toBe(false);
  });

  it('takes an uploaded file', async () => {
    const beeper = await openBeeper();
    const client = sdk(beeper);
    const chat = findChat(beeper, ({ isReadOnly }) => !isReadOnly);
    const file = new File(['hello'], 'hello.txt', { type: 'text/plain' });
    const { uploadID = '' } = await client.assets.upload({ file });
    await client.messages.send(chat.id, { attachment: { uploadID, type: 'file' } });
    const [attachment] = beeper.messages(chat.id).at(-1)?.attachments ?? [];
    expect(attachment).toMatchObject({ fileName: 'hello.txt', fileSize: 5 });
  });

  it.each([{}, { text: '' }, { text: 7 }, { text: 'x', markdown: true }])(
    'refuses %j',
    async (body) => {
      const beeper = await openBeeper();
      const chat = findChat(beeper, ({ isReadOnly }) => !isReadOnly);
      const response = await raw(beeper, chatPath(chat, '/messages'), { method: 'POST', body });
      expect(response.status).toBe(400);
    },
  );

  it('is refused where nobody can write', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ isReadOnly }) => isReadOnly);
    const send = sdk(beeper).messages.send(chat.id, { text: 'Hello?' });
    await expect(send).rejects.toMatchObject({ status: 403 });
  });
});

describe('own messages', () => {
  it('are edited and deleted', async () => {
    const beeper = await openBeeper();
    const { messages } = sdk(beeper);
    const chat = findChat(beeper, ({ isReadOnly }) => !isReadOnly);
    await messages.send(chat.id, { text: 'Tpyo' });
    const { id } = beeper.messages(chat.id).at(-1) ?? { id: '' };
    const edited = await messages.update(id, { chatID: chat.id, text: 'Typo' });
    expect(edited).toMatchObject({ text: 'Typo', messageID: id, success: true });
    expect(edited.editedTimestamp).toBeDefined();
    await messages.delete(id, { chatID: chat.id, forEveryone: true });
    const gone = await messages.retrieve(id, { chatID: chat.id });
    expect(gone).toMatchObject({ isDeleted: true });
    expect(gone).not.toHaveProperty('text');
  });

  it('are the only ones that can be edited', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ unreadCount }) => unreadCount > 0);
    const { id } = beeper.messages(chat.id).at(-1) ?? { id: '' };
    const edit = sdk(beeper).messages.update(id, { chatID: chat.id, text: 'Mine now' });
    await expect(edit).rejects.toMatchObject({ status: 403 });
  });
});

describe('reactions', () => {
  it('are added once and taken away', async () => {
    const beeper = await openBeeper();
    const { reactions } = sdk(beeper).chats.messages;
    const chat = findChat(beeper, ({ unreadCount }) => unreadCount > 0);
    const message = beeper.messages(chat.id).at(-1);
    const place = { chatID: chat.id, reactionKey: '👍' };
    await reactions.add(message?.id ?? '', place);
    await reactions.add(message?.id ?? '', place);
    expect(message?.reactions).toHaveLength(1);
    await reactions.delete('👍', { chatID: chat.id, messageID: message?.id ?? '' });
    expect(message?.reactions).toStrictEqual([]);
  });
});
