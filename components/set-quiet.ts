import { ask } from '../lib/bridge';
import { warn } from '../lib/log';
import type { QuietWish } from '../lib/quiet-wish';

/** Asks for quiet, or its end; what came of it is seen in the status. */
export function setQuiet(wish: QuietWish): void {
  ask('setQuiet', { wish }).catch((error: unknown) => warn('quiet could not be set', error));
}
