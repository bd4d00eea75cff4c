import { describe, expect, it } from 'vitest';

import { findChat, openBeeper, raw, sdk } from './support';

describe('searching everything', () => {
  it('finds titles, people in groups and words at once', async () => {
    const beeper = await openBeeper();
    const chat = findChat(beeper, ({ title }) => title === 'Family');
    const person = chat.participants[0]?.fullName ?? '';
    beeper.receive(chat.id, { text: 'The xylophone family is here', senderName: person });
    const byWord = (await sdk(beeper).search({ query: 'xylophone' })).results;
    const byTitle = (await sdk(beeper).search({ query: 'family' })).results;
    const byPerson = (await sdk(beeper).search({ query: person })).results;
    expect(byWord.messages.items).toHaveLength(1);
    expect(byWord.messages.chats[chat.id]?.title).toBe('Family');
    expect(byTitle.chats.map(({ id }) => id)).toContain(chat.id);
    expect(byPerson.in_groups.map(({ id }) => id)).toContain(chat.id);
  });

  it('needs a query', async () => {
    const beeper = await openBeeper();
    expect((await raw(beeper, '/v1/search')).status).toBe(400);
  });
});

describe('searching messages', () => {
  it('keeps to chats, senders and kinds', async () => {
    const beeper = await openBeeper();
    const { messages } = sdk(beeper);
    const chat = findChat(beeper, ({ flavour }) => flavour === 'media');
    const chatIDs = [chat.id];
    const mine = await messages.search({ chatIDs, sender: 'me' });
    const media = await messages.search({ chatIDs, mediaTypes: ['any'], limit: 5 });
    expect(mine.items.every(({ isSender }) => isSender)).toBe(true);
    expect(media.items.every(({ attachments }) => attachments?.length === 1)).toBe(true);
    expect(media.items.length).toBeGreaterThan(0);
  });

  it('leaves low priority chats out unless told otherwise', async () => {
    const beeper = await openBeeper();
    const { messages } = sdk(beeper);
    const chat = findChat(beeper, ({ isLowPriority }) => isLowPriority);
    beeper.receive(chat.id, { text: 'A quokka appears' });
    const count = async (excludeLowPriority?: boolean) => {
      const wish = excludeLowPriority === undefined ? {} : { excludeLowPriority };
      return (await messages.search({ query: 'quokka', ...wish })).items.length;
    };
    await expect(count()).resolves.toBe(0);
    await expect(count(false)).resolves.toBe(1);
  });

  it('pages through results once each', async () => {
    const beeper = await openBeeper();
    const ids: string[] = [];
    for await (const { id } of sdk(beeper).messages.search({ query: 'the', limit: 7 }))
      ids.push(id);
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(['limit=21', 'limit=0', 'chatType=any', 'mediaTypes=poem', 'dateAfter=now'])(
    'refuses %s',
    async (query) => {
      const beeper = await openBeeper();
      expect((await raw(beeper, `/v1/messages/search?${query}`)).status).toBe(400);
    },
  );
});
