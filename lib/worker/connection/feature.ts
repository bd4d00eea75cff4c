import { clearAlarm, repeatAlarm, SHORTEST } from '@/lib/browser/alarms';
import type { Context } from '@/lib/worker/core/context';
import type { Reaction } from '@/lib/worker/core/reactions';
import { createConnectionHandlers } from './handlers';
import { createLive, type LiveJobs, type LiveParts } from './live';
import { endSignIn } from './sign-in';

/** The connection to Beeper: how it is made and ended, and the live socket over it. */
export function createConnection(context: Context, parts: LiveParts, jobs: LiveJobs) {
  const { store, now } = context;
  const live = createLive(context, parts, jobs);

  /** A socket that the worker itself holds is lost with it: an alarm brings both back. */
  const socketAlarm: Reaction = {
    name: 'alarm for the live socket',
    follows: ['status'],
    isAwaited: true,
    run: async ({ status }) => {
      if (status.isLive && parts.place?.isWithWorker) await repeatAlarm('socket', SHORTEST, now());
      else await clearAlarm('socket');
    },
  };
  const socket: Reaction = {
    name: 'live socket',
    follows: ['connection', 'settings', 'status'],
    run: live.tend,
  };

  const { pollAnew } = jobs;
  return {
    handlers: {
      ...live.handlers,
      ...createConnectionHandlers(context, { renewSocket: live.renew, pollAnew }),
    },
    alarms: { socket: live.tend },
    reactions: [socketAlarm, socket],
    /** The browser has started: a sign-in of before leads nowhere any more. */
    startAnew: () => endSignIn(store),
  };
}
