import { useEffect, useState } from 'preact/hooks';

import { once } from '../../lib/parallel';
import type { PageSnapshot } from '../../lib/store/follow';
import { startLate } from './start-late';

/** Reads what follows the store, with which the first screen does not begin. */
export const loadStore = once(() => import('../../lib/store/follow-page'));

/** The stored snapshot as the worker keeps it; `undefined` until it has been read. */
export function usePageSnapshot(): PageSnapshot | undefined {
  const [snapshot, setSnapshot] = useState<PageSnapshot>();
  useEffect(() => startLate(loadStore, ({ followPage }) => followPage(setSnapshot)), []);
  return snapshot;
}
