import { askDirectly, type Handlers } from '../bridge';
import { letHeaderThrough, withdrawHeader } from '../socket-header';
import { socketPlace } from '../socket-place';
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
