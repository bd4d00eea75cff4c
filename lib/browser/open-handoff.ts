import { browser } from 'wxt/browser';

import { forgetHandoff, keepHandoff, loadHandoff } from '@/lib/storage/handoffs';
import { type Handoff, handoffIn, readHandoff } from './handoff';

/** As large as a popup may be, and what the browser puts around it, px. */
const WINDOW = { width: 420, height: 640 };

/** Opens the popup's page in a small window of its own, to go on there with what was begun. */
export async function openHandoff(handoff: Handoff): Promise<void> {
  const id = crypto.randomUUID();
  await keepHandoff(id, handoff);
  const url = browser.runtime.getURL(`/popup.html?place=tab&errand=${id}`);
  await browser.windows.create({ url, type: 'popup', ...WINDOW });
}

/** What this page was opened for, as long as it is not done. */
export async function handoffHere(search: string): Promise<Handoff | undefined> {
  const id = handoffIn(search);
  return id === undefined ? undefined : readHandoff(await loadHandoff(id));
}

/** It is done, or given up: a page that is read anew does not begin it again. */
export async function endHandoff(search: string): Promise<void> {
  const id = handoffIn(search);
  if (id !== undefined) await forgetHandoff(id);
}
