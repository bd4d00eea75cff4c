import { socketPlace } from '@/lib/browser/offscreen';
import { letHeaderThrough, withdrawHeader } from '@/lib/browser/socket-header';
import { askDirectly, type Handlers } from '@/lib/requests/bridge';
import type { LiveParts } from './live';

/** The live socket as browsers can have it. */
export function liveInBrowser(handlers: () => Handlers): LiveParts {
  return {
    header: { letThrough: letHeaderThrough, withdraw: withdrawHeader },
    place: socketPlace(() => ({
      open: (url) => new WebSocket(url),
      ask: askDirectly(handlers()),
      random: Math.random,
    })),
  };
}
