import { setAlarm } from '@/lib/browser/alarms';
import { withQuiet } from '@/lib/model/connection/status';
import { quietEndsAt, quietTurnsAt } from '@/lib/model/quiet/schedule';
import type { Context } from '@/lib/worker/core/context';
import type { Reaction } from '@/lib/worker/core/reactions';
import { quietness, type State } from '@/lib/worker/core/state';

/** @param turn is called when quiet has begun or is over. */
export function createQuiet({ store, now }: Context, turn: () => Promise<void>) {
  const alarm: Reaction = {
    name: 'alarm for the next turn of quiet',
    follows: ['settings', 'pause', 'status'],
    isAwaited: true,
    run: (state) => setAlarm('quiet', quietTurnsAt(quietness(state), now()), now()),
  };
  /** Pages know no schedule: the status tells them until when it is quiet. */
  const status: Reaction = {
    name: 'quiet in the status',
    follows: ['settings', 'pause', 'status'],
    run: () => store.update((state) => withQuietStatus(state, now())),
  };
  return { alarms: { quiet: turn }, reactions: [alarm, status] };
}

function withQuietStatus(state: State, now: number): State {
  const { status } = state;
  const until = quietEndsAt(quietness(state), now);
  if (!status.isConnected || status.quietUntil === until) return state;
  return { ...state, status: withQuiet(status, until) };
}
