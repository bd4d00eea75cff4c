import { useEffect } from 'preact/hooks';

import { SECOND } from '@/lib/base/time';
import { ask } from '@/lib/requests/bridge';

/** What comes while somebody looks has been seen as well. */
const AGAIN = 4 * SECOND;

/** Has the worker know that what is unread has been seen: it may be asked what came since. */
export function useBaseline(): void {
  useEffect(() => {
    const tell = () => {
      if (document.visibilityState === 'visible') ask('sawUnread', null).catch(() => undefined);
    };
    tell();
    const timer = setInterval(tell, AGAIN);
    return () => clearInterval(timer);
  }, []);
}
