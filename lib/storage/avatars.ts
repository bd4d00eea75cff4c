import { clear, createStore, get, getMany, promisifyRequest } from 'idb-keyval';

import { once } from '@/lib/base/async';
import { readAvatarIndex, type AvatarIndex } from './avatar-index';

/** One record a picture by its address, a `data:` address each, and the index that lists them. */
const database = once(() => createStore('companion-avatars', 'avatars'));

/** No address: those have a scheme. */
const INDEX = 'shelf';

/** Those of these pictures that are kept, by address. */
export async function loadPictures(
  addresses: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = await getMany<unknown>([...addresses], database());
  return new Map(
    addresses.flatMap((address, index) => {
      const picture = found[index];
      return isPicture(picture) ? [[address, picture] as const] : [];
    }),
  );
}

export async function loadAvatarIndex(): Promise<AvatarIndex> {
  return readAvatarIndex(await get<unknown>(INDEX, database()));
}

export interface AvatarIndexChange {
  avatarIndex: AvatarIndex;
  put?: { address: string; picture: string };
  dropped?: readonly string[];
}

/** In one transaction: there is no picture that the index does not know of. */
export function changeAvatarIndex(
  change: (avatarIndex: AvatarIndex) => AvatarIndexChange,
): Promise<void> {
  return database()('readwrite', async (store) => {
    const before = readAvatarIndex(await promisifyRequest<unknown>(store.get(INDEX)));
    const { avatarIndex, put, dropped = [] } = change(before);
    // Pictures of an index that cannot be read would stay for ever.
    if (before.size === 0) store.clear();
    if (put) store.put(put.picture, put.address);
    for (const address of dropped) store.delete(address);
    if (avatarIndex !== before) store.put([...avatarIndex.values()], INDEX);
    await promisifyRequest(store.transaction);
  });
}

export function clearPictures(): Promise<void> {
  return clear(database());
}

function isPicture(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('data:image/');
}
