import { singleAgain } from '@/lib/base/async';
import { shownIDs, withdraw } from '@/lib/browser/notifications';
import { isShownFor } from '@/lib/model/notifications/attended';
import type { Reminders } from '@/lib/model/reminders/reminder';
import type { Deps } from '@/lib/worker/core/session';

/**
 * Takes off the screen what tells of reminders that have been dealt with, wherever that was. What is
 * there is asked of the browser, so that a worker just started misses nothing.
 */
export function createSilence({ store, now }: Deps): () => Promise<void> {
  let seen: Reminders | undefined;
  return singleAgain(async () => {
    if ((await store.read()).reminders === seen) return;
    const ids = await shownIDs();
    // Read after: what rings meanwhile is known before it is shown.
    const { reminders } = await store.read();
    for (const id of ids) if (!isShownFor(id, reminders, now())) await withdraw(id);
    seen = reminders;
  });
}
