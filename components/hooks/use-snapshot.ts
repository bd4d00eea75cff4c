import { useEffect, useState } from 'preact/hooks';

import { followSnapshot, type PageSnapshot } from '../../lib/store/follow';

/** The stored snapshot as the worker keeps it; `undefined` until it has been read. */
export function useSnapshot(): PageSnapshot | undefined {
  const [snapshot, setSnapshot] = useState<PageSnapshot>();
  useEffect(() => followSnapshot(setSnapshot), []);
  return snapshot;
}
