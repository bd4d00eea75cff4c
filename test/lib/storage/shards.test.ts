import { describe, expect, it } from 'vitest';

import { SHARD_SIZE, Shards } from '@/lib/storage/shards';

const ids = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => `!${from + index}`);

describe('the records chats are kept in', () => {
  it('are filled one after the other', () => {
    const shards = new Shards();
    const touched = shards.touchedBy(ids(0, SHARD_SIZE + 1), []);
    expect([...touched]).toStrictEqual([0, 1]);
    expect([shards.members(0).size, shards.members(1).size]).toStrictEqual([SHARD_SIZE, 1]);
  });

  it('keep a chat where it is', () => {
    const shards = new Shards();
    shards.touchedBy(ids(0, 3 * SHARD_SIZE), []);
    expect([...shards.touchedBy(['!0', '!250'], [])]).toStrictEqual([0, 1]);
  });

  it('are written when a chat goes, and no longer hold it', () => {
    const shards = new Shards();
    shards.touchedBy(ids(0, 3), []);
    expect([...shards.touchedBy([], ['!1', '!unknown'])]).toStrictEqual([0]);
    expect([...shards.members(0)]).toStrictEqual(['!0', '!2']);
  });

  it('go on from what was found on the disk', () => {
    const shards = new Shards();
    shards.found(0, ids(0, 10));
    shards.found(4, ['!a', '!0']);
    expect([...shards.touchedBy(['!0'], [])]).toStrictEqual([0]);
    expect([...shards.touchedBy(['!new'], [])]).toStrictEqual([4]);
  });

  it('are none after everything was forgotten', () => {
    const shards = new Shards();
    shards.found(4, ids(0, 10));
    shards.clear();
    expect([...shards.touchedBy([], ['!0'])]).toStrictEqual([]);
    expect([...shards.touchedBy(['!0'], [])]).toStrictEqual([0]);
  });
});
