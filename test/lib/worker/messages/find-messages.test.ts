import { describe, expect, it } from 'vitest';

import { NO_FILTER } from '@/lib/model/list/filter';
import { ITEMS } from '@/lib/storage/items';
import { loadItem } from '@/lib/storage/local';
import { AGES } from '../../../beeper/age';
import { openDesk } from '../../../helpers/desk';
import { addKnownChat } from '../../../helpers/story';

const WORDS = { query: 'quokka moon', accountIDs: [] };
const FILTER = { ...NO_FILTER, networks: ['Signal'] };

describe('searching messages', () => {
  it.each(AGES)(
    'finds those with all of the words and keeps nothing of them, in %s',
    async (age) => {
      const desk = await openDesk({ chats: 3, age });
      const chat = await addKnownChat(desk);
      const lead = 'and so on '.repeat(60);
      desk.beeper.receive(chat.id, { text: `${lead}over the moon a Quokka` });
      desk.beeper.receive(chat.id, { text: 'Only a quokka' });
      const before = JSON.stringify([...(await desk.chats())]);
      const hits = await desk.companion.handlers.searchMessages(WORDS);
      expect(hits).toHaveLength(1);
      expect(hits?.[0]).toMatchObject({ chat: { id: chat.id, title: chat.title } });
      expect(hits?.[0]?.message.text).toMatch(/moon a Quokka$/);
      expect(JSON.stringify([...(await desk.chats())])).toBe(before);
    },
  );

  it('keeps to what a filter says', async () => {
    const desk = await openDesk({ chats: 3 });
    const { searchMessages } = desk.companion.handlers;
    await searchMessages({ ...WORDS, accountIDs: ['signal'], kind: 'direct' });
    expect(desk.beeper.requests.at(-1)?.query).toMatchObject({
      accountIDs: ['signal'],
      chatType: ['single'],
      excludeLowPriority: ['false'],
    });
  });

  it('that fails says why, and is no trouble', async () => {
    const desk = await openDesk({ chats: 3 });
    await desk.beeper.fault('down');
    await expect(desk.companion.handlers.searchMessages(WORDS)).rejects.toThrow('notRunning');
    expect((await desk.status()).trouble).toBeUndefined();
  });

  it('is left to Beepers that can', async () => {
    const desk = await openDesk({ chats: 3 });
    await desk.beeper.fault('404', { when: ({ path }) => path === '/v1/messages/search' });
    await expect(desk.companion.handlers.searchMessages(WORDS)).resolves.toBeNull();
  });

  it('opens the chat at the message', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    const { id } = desk.beeper.receive(chat.id, { text: 'A quokka' });
    await desk.ask('openChat', { chatID: chat.id, messageID: id });
    expect(desk.beeper.requests.at(-1)?.body).toStrictEqual({ chatID: chat.id, messageID: id });
  });
});

describe('the filters a person keeps', () => {
  it('survive the worker, and not the end of the connection', async () => {
    const desk = await openDesk({ chats: 3 });
    await desk.ask('keepFilter', { filter: FILTER, isKept: true });
    await desk.restart();
    expect(await loadItem(ITEMS.filters)).toStrictEqual([FILTER]);
    await desk.ask('keepFilter', { filter: FILTER, isKept: false });
    expect(await loadItem(ITEMS.filters)).toStrictEqual([]);
    await desk.ask('keepFilter', { filter: FILTER, isKept: true });
    await desk.ask('disconnect', null);
    expect(await loadItem(ITEMS.filters)).toStrictEqual([]);
  });

  it('tell accounts of one network apart', async () => {
    const desk = await openDesk({ chats: 3 });
    const names = (await desk.companion.handlers.filterAccounts(null)).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(1);
    expect(new Set(names).size).toBe(names.length);
  });
});
