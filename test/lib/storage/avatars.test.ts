import 'fake-indexeddb/auto';
import { createStore, set } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';

import type { StoredPicture } from '@/lib/storage/avatar-index';
import {
  changeAvatarIndex,
  clearPictures,
  loadPictures,
  loadAvatarIndex,
  type AvatarIndexChange,
} from '@/lib/storage/avatars';
import { NOON } from '../../helpers/clock';

const ADA: StoredPicture = { address: 'mxc://a/ada', at: NOON, size: 20 };
const BO: StoredPicture = { address: 'mxc://a/bo', at: NOON, size: 20 };

beforeEach(clearPictures);

function keep(kept: StoredPicture): Promise<void> {
  return changeAvatarIndex((avatarIndex) => ({
    avatarIndex: new Map(avatarIndex).set(kept.address, kept),
    put: { address: kept.address, picture: `data:image/webp,${kept.address}` },
  }));
}

function mistaken(): AvatarIndexChange {
  throw new Error('a mistake');
}

/** Written past us, as by a disk that fails or another version. */
function write(key: string, value: unknown): Promise<void> {
  return set(key, value, createStore('companion-avatars', 'avatars'));
}

describe('pictures', () => {
  it('are read as they were kept, those that are there', async () => {
    await keep(ADA);
    await keep(BO);
    const found = await loadPictures([BO.address, 'mxc://a/nobody', ADA.address]);
    expect([...found]).toStrictEqual([
      [BO.address, 'data:image/webp,mxc://a/bo'],
      [ADA.address, 'data:image/webp,mxc://a/ada'],
    ]);
    expect([...(await loadAvatarIndex()).values()]).toStrictEqual([ADA, BO]);
  });

  it('leave together with their place', async () => {
    await keep(ADA);
    await keep(BO);
    await changeAvatarIndex(() => ({
      avatarIndex: new Map([[BO.address, BO]]),
      dropped: [ADA.address],
    }));
    expect([...(await loadPictures([ADA.address, BO.address])).keys()]).toStrictEqual([BO.address]);
    expect([...(await loadAvatarIndex()).keys()]).toStrictEqual([BO.address]);
  });

  it('stay as they are when a change fails', async () => {
    await keep(ADA);
    await expect(changeAvatarIndex(mistaken)).rejects.toThrow('a mistake');
    expect([...(await loadAvatarIndex()).keys()]).toStrictEqual([ADA.address]);
  });

  it.each([7, null, 'https://evil.example/a.png', { src: 'x' }, new Blob(['x'])])(
    'that cannot be one are not read: %j',
    async (damaged) => {
      await keep(ADA);
      await write(BO.address, damaged);
      const found = await loadPictures([ADA.address, BO.address]);
      expect([...found.keys()]).toStrictEqual([ADA.address]);
    },
  );

  it('of a shelf that cannot be read do not stay for ever', async () => {
    await keep(ADA);
    await write('shelf', 'broken');
    expect(await loadAvatarIndex()).toStrictEqual(new Map());
    await keep(BO);
    expect([...(await loadPictures([ADA.address, BO.address])).keys()]).toStrictEqual([BO.address]);
  });
});
