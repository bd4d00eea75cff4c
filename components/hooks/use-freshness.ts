import { useEffect } from 'preact/hooks';

import { ask } from '../../lib/bridge';
import { SECOND } from '../../lib/time';

/** While someone looks: news every ten seconds, and Beeper's return noticed within five. */
const WHILE_WELL = 10 * SECOND;
const WHILE_TROUBLED = 5 * SECOND;

/** Has the worker poll when the popup opens and as long as it is seen. */
export function useFreshness(isConnected: boolean, isTroubled: boolean): void {
  useEffect(() => {
    if (!isConnected) return undefined;
    const refresh = () => {
      // What goes wrong is stored by the worker as trouble, and shown from there.
      if (document.visibilityState === 'visible') ask('refresh', null).catch(() => undefined);
    };
    refresh();
    const timer = setInterval(refresh, isTroubled ? WHILE_TROUBLED : WHILE_WELL);
    return () => clearInterval(timer);
  }, [isConnected, isTroubled]);
}
