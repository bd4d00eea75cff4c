import { useEffect } from 'preact/hooks';

import { ask } from '../../lib/bridge';
import { SECOND } from '../../lib/time';

/** While someone looks, news come and Beeper's return is noticed within this. */
const WHILE_SEEN = 4 * SECOND;

/** Has the worker poll when the popup opens and as long as it is seen. */
export function useFreshness(isConnected: boolean): void {
  useEffect(() => {
    if (!isConnected) return undefined;
    const refresh = () => {
      // What goes wrong is stored by the worker as trouble, and shown from there.
      if (document.visibilityState === 'visible') ask('refresh', null).catch(() => undefined);
    };
    refresh();
    const timer = setInterval(refresh, WHILE_SEEN);
    return () => clearInterval(timer);
  }, [isConnected]);
}
