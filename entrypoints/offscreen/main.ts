import { ask } from '../../lib/bridge';
import { keepOpen } from '../../lib/live/keep-open';

/** The document out of sight that holds the live socket; the worker says to which address. */
keepOpen(location.hash.slice(1), {
  open: (url) => new WebSocket(url),
  ask,
  random: Math.random,
});
