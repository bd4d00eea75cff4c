import { type Deps, openSession } from '@/lib/worker/core/session';
import { readContext } from '@/lib/worker/core/state';
import { mergeIntoState, readAll } from './poll';

/** Chats that Beeper finds by title join those that are known, and so what a page shows. */
export async function search(deps: Deps, query: string): Promise<void> {
  const session = await openSession(deps);
  if (!session) return;
  const requestedAt = session.moment();
  const { items } = await session.api.searchChats({ query });
  await session.update((state) =>
    mergeIntoState(state, readAll(items, readContext(state)), { requestedAt }, session.now()),
  );
}
