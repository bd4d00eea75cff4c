import { useEffect, useState } from 'preact/hooks';

import { loadLate } from '../Late';
import { startLate } from './start-late';

/** Whether letters and signs act as keys: as the glance had it, and then as it is chosen. */
export function useSingleKeys(atFirst: boolean): boolean {
  const [singleKeys, setSingleKeys] = useState(atFirst);
  useEffect(
    () => startLate(loadLate, ({ followSingleKeys }) => followSingleKeys(setSingleKeys)),
    [],
  );
  return singleKeys;
}
