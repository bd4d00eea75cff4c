import { absorb, readAll } from './poll';
import { type Deps, openSession } from './session';
import { readContext } from './state';

/** Chats that Beeper finds by title join those that are known, and so what a page shows. */
export async function search(deps: Deps, query: string): Promise<void> {
  const session = await openSession(deps);
  if (!session) return;
  const requestedAt = session.now();
  const { items } = await session.api.searchChats({ query });
  await session.update((state) =>
    absorb(state, readAll(items, readContext(state)), { requestedAt }, session.now()),
  );
}
