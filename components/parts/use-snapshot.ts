import { useEffect, useState } from 'preact/hooks';

import { followSnapshot, type Items, type Snapshot } from '@/lib/storage/follow';
import type { Slices } from '@/lib/storage/items';

/** The stored snapshot as the worker keeps it; `undefined` until it has been read. */
export function useSnapshot<N extends keyof Slices>(items: Items<N>): Snapshot<N> | undefined {
  const [snapshot, setSnapshot] = useState<Snapshot<N>>();
  useEffect(() => followSnapshot(items, setSnapshot), [items]);
  return snapshot;
}
