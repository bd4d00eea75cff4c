import { warn } from '@/lib/base/log';
import type { QuietDuration } from '@/lib/model/quiet/override';
import { ask } from '@/lib/requests/bridge';

/** Asks for quiet, or its end; what came of it is seen in the status. */
export function setQuiet(wish: QuietDuration): void {
  ask('setQuiet', { wish }).catch((error: unknown) => warn('quiet could not be set', error));
}
