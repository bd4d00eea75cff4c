import { describe, expect, it } from 'vitest';

import { Grouped, isGap, readLiveEvents } from '@/lib/beeper/live/events';

describe('news gathered', () => {
  it('are each chat once, with its newest message and all that was deleted', () => {
    const gathered = new Grouped();
    gathered.add({ chatID: '!ada', message: 'old', deleted: ['1'] });
    gathered.add({ chatID: '!bo', deleted: [] });
    gathered.add({ chatID: '!ada', message: 'new', deleted: [] });
    gathered.add({ chatID: '!ada', deleted: ['2'] });
    expect(gathered.take()).toStrictEqual({
      chats: [
        { chatID: '!ada', message: 'new', deleted: ['1', '2'] },
        { chatID: '!bo', deleted: [] },
      ],
      hasMissed: false,
    });
  });

  it('are taken once', () => {
    const gathered = new Grouped();
    expect(gathered.take()).toBeUndefined();
    gathered.miss();
    expect(gathered.take()).toStrictEqual({ chats: [], hasMissed: true });
    expect(gathered.take()).toBeUndefined();
  });
});

describe('news from a page', () => {
  it.each([
    [
      { chats: [{ chatID: '!ada', message: { id: '1' }, deleted: ['2'] }], hasMissed: true },
      { chats: [{ chatID: '!ada', message: { id: '1' }, deleted: ['2'] }], hasMissed: true },
    ],
    [
      { chats: [], hasMissed: 'yes' },
      { chats: [], hasMissed: false },
    ],
    [{ chats: [{ chatID: '', deleted: [] }] }, undefined],
    [{ chats: [{ chatID: '!ada' }] }, undefined],
    [{ chats: [7] }, undefined],
    [{}, undefined],
    [null, undefined],
  ])('%j read as %j', (value, news) => {
    expect(readLiveEvents(value)).toStrictEqual(news);
  });
});

describe('the count of events', () => {
  it.each([
    ['starts at 0', undefined, 0, false],
    ['starts at 1', undefined, 1, false],
    ['starts later: some were lost', undefined, 2, true],
    ['goes on', 4, 5, false],
    ['jumps: some were lost', 4, 6, true],
    ['falls back: nobody can say', 4, 1, true],
    ['stands still: nobody can say', 4, 4, true],
    ['is not told', 4, undefined, false],
  ])('%s', (_what, last, seq, hasGap) => {
    expect(isGap(last, seq)).toBe(hasGap);
  });
});
