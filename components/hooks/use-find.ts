import { useCallback, useEffect, useState } from 'preact/hooks';

import { ask } from '../../lib/bridge';
import type { Status } from '../../lib/status';

/** Looks for Beeper when the page opens and there is none, and whenever it is asked to. */
export function useFind({ isConnected, trouble }: Status) {
  const [isLooking, setLooking] = useState(false);
  const isMissing = !isConnected || trouble === 'notRunning' || trouble === 'notBeeper';

  const look = useCallback(() => {
    setLooking(true);
    // Nothing found is told by what was found.
    void ask('find', null)
      .catch(() => undefined)
      .then(() => setLooking(false));
  }, []);

  useEffect(() => {
    if (isMissing) look();
  }, [isMissing, look]);

  return { isLooking, isMissing, look };
}
