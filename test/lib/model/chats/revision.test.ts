import { describe, expect, it } from 'vitest';

import { readChatsRevision } from '@/lib/model/chats/revision';

describe('the pulse', () => {
  it.each([
    [
      { revision: 3, shards: [0, 'a', 4] },
      { revision: 3, shards: [0, 4] },
    ],
    [
      { revision: 3, shards: null },
      { revision: 3, shards: null },
    ],
    [{ revision: 3 }, { revision: 3, shards: null }],
    [{ shards: [] }, undefined],
    [null, undefined],
  ])('%j reads as %j', (value, chatsRevision) => {
    expect(readChatsRevision(value)).toStrictEqual(chatsRevision);
  });
});
