import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

import { keepOpen } from '@/lib/beeper/live/keep-open';
import { ask } from '@/lib/requests/bridge';

/**
 * For the document out of sight that holds the live socket; the worker says to which address. A
 * script of its own, bundled apart: shared pieces would be more and larger for the popup to read.
 */
export default defineUnlistedScript({
  exclude: ['firefox'],
  main() {
    keepOpen(location.hash.slice(1), {
      open: (url) => new WebSocket(url),
      ask,
      random: Math.random,
    });
  },
});
