import { GREETED } from '@/lib/storage/items';
import { loadItem, saveItems, writeOf } from '@/lib/storage/local';
import type { Deps } from '@/lib/worker/core/session';
import type { Updating } from '@/lib/worker/settings/update';

const WELCOME = '/welcome.html';

/**
 * Shows around whoever is new, once: known by a stored mark and not by the browser's word that it has
 * installed us, which comes once, however the page fares. Whoever has a page of ours in front of them
 * has found the way.
 */
export async function greet({ store }: Deps, { pages, open }: Updating): Promise<void> {
  if (await loadItem(GREETED)) return;
  const { status } = await store.read();
  const isNew = !status.isConnected && (await pages()).length === 0;
  await saveItems([writeOf(GREETED, true)]);
  if (!isNew) return;
  try {
    await open(WELCOME);
  } catch (error) {
    // The browser may have no window yet: the next worker tries again.
    await saveItems([writeOf(GREETED, false)]);
    throw error;
  }
}
