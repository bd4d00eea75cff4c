import { withdraw } from '@/lib/browser/notifications';
import { openPopupTab, openSettings } from '@/lib/browser/pages';
import {
  type Failure,
  failureButtons,
  failureOf,
  isSetUp,
  momentOfPlace,
} from '@/lib/model/actions/failures';
import type { Commands } from '@/lib/worker/commands/commands';
import type { Deps } from '@/lib/worker/core/session';

interface Does {
  retry: Commands['retry'];
  /** Takes back what was done at this moment, ms, in a place of the browser's own. */
  undo(at: number): Promise<void>;
}

/** What a press on the notification of something that failed does, as long as it has failed. */
export function createFailureEvents({ store }: Deps, { retry, undo }: Does) {
  const press = async (failure: Failure, index: number): Promise<void> => {
    const at = momentOfPlace(failure.actID);
    switch (failureButtons(failure)[index]) {
      case 'settings':
        return openSettings();
      case 'retry':
        return retry({ ids: failure.failed.map(({ id }) => id) });
      case 'undo':
        return at === undefined ? undefined : undo(at);
      default:
        return undefined;
    }
  };

  /** It goes at once: what fails again says so under the same id. */
  const taken = async (id: string, actID: string) => {
    await withdraw(id);
    return failureOf(actID, (await store.read()).outbox);
  };

  return {
    /** Where the connection is set up, or where its row says what can be done. */
    clicked: async (id: string, actID: string): Promise<void> => {
      const failure = await taken(id, actID);
      if (failure && isSetUp(failure.error)) await openSettings();
      else await openPopupTab();
    },
    button: async (id: string, actID: string, index: number): Promise<void> => {
      const failure = await taken(id, actID);
      if (failure) await press(failure, index);
    },
  };
}
