import { inTurns, single } from '@/lib/base/async';
import { errorCode } from '@/lib/base/errors';
import { withdrawAll } from '@/lib/browser/notifications';
import { dropAccess } from '@/lib/browser/permissions';
import type { Handlers } from '@/lib/requests/bridge';
import { forgetSetAside } from '@/lib/storage/local';
import { forgetBegunChat } from '@/lib/storage/new-chat';
import { noted, openedBeeper } from '@/lib/worker/core/problems';
import type { Deps } from '@/lib/worker/core/session';
import type { Jobs } from '@/lib/worker/handlers';
import { connect, forgotten } from './connect';
import { lookAround } from './discover';
import { beginSignIn, endSignIn, finishSignIn, revokeToken } from './sign-in';

type Names =
  'connect' | 'find' | 'openingBeeper' | 'signIn' | 'finishSignIn' | 'cancelSignIn' | 'disconnect';

/** What a person does about the connection; what changes it is done in the order it was asked. */
export function createConnectionHandlers(deps: Deps, jobs: Jobs): Pick<Handlers, Names> {
  const { store, now } = deps;
  const inTurn = inTurns();

  /** What goes wrong is remembered for the diagnostics, and told. */
  const noting =
    <A>(work: (request: A) => Promise<void>) =>
    async (request: A): Promise<void> => {
      await work(request).catch(async (error: unknown) => {
        const code = errorCode(error);
        await store.update((state) => noted(state, code, 'signIn', now())).catch(() => undefined);
        throw error;
      });
    };

  return {
    connect: inTurn(async (request) => {
      await connect(deps, request);
      jobs.later(jobs.live.renew());
      await jobs.poll.anew();
    }),
    find: single(async () => {
      await lookAround(deps);
    }),
    openingBeeper: async () => {
      await store.update((state) => ({ ...state, status: openedBeeper(state.status, now()) }));
    },
    signIn: inTurn(noting((request) => beginSignIn(deps, request))),
    finishSignIn: arrivedOnce(
      inTurn(
        noting(async (request) => {
          await finishSignIn(deps, request);
          jobs.later(jobs.live.renew());
          await jobs.poll.anew();
        }),
      ),
    ),
    cancelSignIn: () => endSignIn(store),
    disconnect: inTurn(async () => {
      const before = await store.read();
      await store.update(forgotten);
      jobs.later(revokeToken(deps, before));
      if (before.status.baseUrl) jobs.later(dropAccess(before.status.baseUrl));
      await forgetSetAside();
      await forgetBegunChat();
      await withdrawAll();
    }),
  };
}

interface Arrival {
  address: string;
}

/** Every open page of ours sees the tab arrive and tells of it: all are told how it ended. */
function arrivedOnce(finish: (arrival: Arrival) => Promise<void>) {
  let last: { address: string; outcome: Promise<void> } | undefined;
  return ({ address }: Arrival): Promise<void> => {
    if (last?.address !== address) last = { address, outcome: finish({ address }) };
    return last.outcome;
  };
}
