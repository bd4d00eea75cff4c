import { useEffect, useState } from 'preact/hooks';

import { loadLate } from '../Late';

/** Whether letters and signs act as keys: as the glance had it, and then as it is chosen. */
export function useSingleKeys(atFirst: boolean): boolean {
  const [singleKeys, setSingleKeys] = useState(atFirst);
  useEffect(() => {
    requestIdleCallback(() => void loadLate().then((late) => late.followSingleKeys(setSingleKeys)));
  }, []);
  return singleKeys;
}
