import { rerunIfDirty } from '@/lib/base/async';
import { setAlarm } from '@/lib/browser/alarms';
import { nextAttemptAt } from '@/lib/model/actions/outbox';
import type { Context } from '@/lib/worker/core/context';
import type { Reaction } from '@/lib/worker/core/reactions';
import type { ToldChats } from '@/lib/worker/sync/told-chats';
import { notifyFailures } from './notify-failures';
import { drain } from './push';

/** The outbox: what it holds is sent, tried again at its time, and told of where it is given up. */
export function createActions(context: Context, told: ToldChats) {
  const { now, setTimer, background } = context;
  const push = rerunIfDirty(() => drain(context, told));

  const nextAttempt: Reaction = {
    name: 'alarm for the next attempt',
    follows: ['outbox', 'status'],
    isAwaited: true,
    run: async ({ outbox, status }) => {
      const at = nextAttemptAt(outbox);
      await setAlarm('outbox', status.isConnected ? at : undefined, now());
      setTimer('outbox', at, () => background(push()));
    },
  };
  const failures: Reaction = {
    name: 'notifications of what failed',
    follows: ['outbox', 'history', 'notifiedFailures', 'status'],
    run: rerunIfDirty(() => notifyFailures(context)),
  };
  return { push, alarms: { outbox: push }, reactions: [nextAttempt, failures] };
}
