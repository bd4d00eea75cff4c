import { CompanionError } from '@/lib/base/errors';
import type { RequestedActions } from '@/lib/model/actions/intent';
import { hurry, markDone } from '@/lib/model/actions/outbox';
import { enqueueActions } from '@/lib/worker/actions/enqueue';
import type { Context } from '@/lib/worker/core/context';

type Ids = { ids: readonly string[] };

/** Actions on chats, asked for in a page, a menu, by a key, in the address bar or on a notification. */
export function actCommands({ store, now, background }: Context, push: () => Promise<void>) {
  return {
    /** Stores what is asked for, then sends it. @throws CompanionError `notConnected` */
    act: async (asked: RequestedActions): Promise<void> => {
      const { status } = await store.read();
      if (!status.isConnected) throw new CompanionError('notConnected');
      await store.update((state) => enqueueActions(state, asked, now()));
      background(push());
    },
    /** Sends again what waits or was given up, by the ids in the outbox. */
    retry: async ({ ids }: Ids): Promise<void> => {
      await store.update((state) => ({
        ...state,
        outbox: hurry(state.outbox, ({ id }) => ids.includes(id)),
      }));
      background(push());
    },
    /** Takes out of the outbox what is not to be sent. */
    dismiss: async ({ ids }: Ids): Promise<void> => {
      await store.update((state) => ({ ...state, outbox: markDone(state.outbox, ids) }));
    },
  };
}
