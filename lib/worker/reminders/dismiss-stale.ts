import { shownIDs, withdraw } from '@/lib/browser/notifications';
import { isShownFor } from '@/lib/model/notifications/attended';
import type { Deps } from '@/lib/worker/core/session';

/**
 * Withdraws notifications of reminders that have been dealt with, wherever that was. The browser is
 * asked which notifications it shows, so that a worker that has just started misses none.
 */
export async function dismissStale({ store, now }: Deps): Promise<void> {
  const ids = await shownIDs();
  // Read after: a reminder that fires meanwhile is stored before its notification is shown.
  const { reminders } = await store.read();
  for (const id of ids) if (!isShownFor(id, reminders, now())) await withdraw(id);
}
