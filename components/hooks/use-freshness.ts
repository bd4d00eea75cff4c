import { useEffect } from 'preact/hooks';

import { ask } from '../../lib/bridge';
import { SECOND } from '../../lib/time';

/** While someone looks, news come and Beeper's return is noticed within this. */
const WHILE_SEEN = 4 * SECOND;
/** What is told by itself need not be asked for. */
const WHILE_LIVE = 30 * SECOND;

/** Has the worker poll at once and as long as the page is seen. */
export function useFreshness(isWanted: boolean, isLive = false): void {
  useEffect(() => {
    if (!isWanted) return undefined;
    const refresh = () => {
      // What goes wrong is stored by the worker as trouble, and shown from there.
      if (document.visibilityState === 'visible') ask('refresh', null).catch(() => undefined);
    };
    refresh();
    const timer = setInterval(refresh, isLive ? WHILE_LIVE : WHILE_SEEN);
    return () => clearInterval(timer);
  }, [isWanted, isLive]);
}
