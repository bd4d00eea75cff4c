import { useEffect } from 'preact/hooks';

import { SECOND } from '@/lib/base/time';
import { ask } from '@/lib/requests/bridge';

/** While someone looks, news come and Beeper's return is noticed within this. */
const WHILE_SEEN = 4 * SECOND;

/** Has the worker poll at once and as long as the page is seen; so it is also awake meanwhile. */
export function useFreshness(isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted) return undefined;
    // What goes wrong is stored by the worker as trouble, and shown from there.
    const demand = (name: 'refresh' | 'keepFresh') => {
      if (document.visibilityState === 'visible') ask(name, null).catch(() => undefined);
    };
    demand('refresh');
    const timer = setInterval(() => demand('keepFresh'), WHILE_SEEN);
    return () => clearInterval(timer);
  }, [isWanted]);
}
