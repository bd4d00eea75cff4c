import { withQuiet } from '@/lib/model/connection/status';
import { quietEndsAt } from '@/lib/model/quiet/schedule';
import type { Deps } from '@/lib/worker/core/session';
import { quietness, type State } from '@/lib/worker/core/state';

/** Has the status say until when it is quiet, for pages, which know no schedule. */
export async function sayQuiet({ store, now }: Deps): Promise<void> {
  await store.update((state) => saidQuiet(state, now()));
}

function saidQuiet(state: State, now: number): State {
  const { status } = state;
  const until = quietEndsAt(quietness(state), now);
  if (!status.isConnected || status.quietUntil === until) return state;
  return { ...state, status: withQuiet(status, until) };
}
