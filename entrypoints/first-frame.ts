import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { renderVNodeData } from '@/components/popup/prerender/draw';
import { catchEarly } from '@/components/popup/prerender/replay';
import { followAppearance } from '@/lib/browser/appearance';
import { isOfToday } from '@/lib/model/list/prerendered';
import { loadFirstFrame } from '@/lib/storage/first-frame';
import { PRERENDERED } from '@/lib/storage/items';
import { unpack } from '@/lib/storage/stored-item';

/**
 * Paints what the worker has drawn beforehand, while the rest of the popup is still being read: a
 * plain script, because a module would wait for the whole page.
 */
export default defineUnlistedScript({
  // Not the name of what it leaves for the popup, which it would be by default.
  globalName: 'firstFrameScript',
  main: () => {
    followAppearance();
    const stored = loadFirstFrame();
    globalThis.firstFrame = { stored, isPainted: stored.then(paint), replay: catchEarly() };
  },
});

async function paint({ [PRERENDERED.key]: found }: Record<string, unknown>): Promise<void> {
  const frame = unpack(PRERENDERED, found).value;
  if (!frame || !isOfToday(frame, Date.now())) return;
  if (!document.body) await parsed();
  document.documentElement.dir = frame.dir;
  renderVNodeData(frame.markup, document.body);
  // What test/bench measures the first paint by.
  performance.mark('first-frame');
  document.querySelector<HTMLElement>('[data-chat]')?.focus();
  await painted();
}

function parsed(): Promise<void> {
  return new Promise((resolve) => {
    addEventListener('DOMContentLoaded', () => resolve());
  });
}

/** A page that nobody sees is not painted: what is to come does not wait for it. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, LONGEST_FRAME);
  });
}

/** ms */
const LONGEST_FRAME = 100;
