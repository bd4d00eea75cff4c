import { clear, createStore, get, getMany, promisifyRequest } from 'idb-keyval';

import { once } from '@/lib/base/async';
import { readShelf, type Shelf } from './avatar-index';

/** One record a picture by its address, a `data:` address each, and the shelf that lists them. */
const database = once(() => createStore('companion-avatars', 'avatars'));

/** No address: those have a scheme. */
const SHELF = 'shelf';

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

export async function loadShelf(): Promise<Shelf> {
  return readShelf(await get<unknown>(SHELF, database()));
}

export interface ShelfChange {
  shelf: Shelf;
  put?: { address: string; picture: string };
  dropped?: readonly string[];
}

/** In one transaction: there is no picture that the shelf does not know of. */
export function changeShelf(change: (shelf: Shelf) => ShelfChange): Promise<void> {
  return database()('readwrite', async (store) => {
    const before = readShelf(await promisifyRequest<unknown>(store.get(SHELF)));
    const { shelf, put, dropped = [] } = change(before);
    // Pictures of a shelf that cannot be read would stay for ever.
    if (before.size === 0) store.clear();
    if (put) store.put(put.picture, put.address);
    for (const address of dropped) store.delete(address);
    if (shelf !== before) store.put([...shelf.values()], SHELF);
    await promisifyRequest(store.transaction);
  });
}

export function clearPictures(): Promise<void> {
  return clear(database());
}

function isPicture(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('data:image/');
}
