import { serialQueue, singleFlight } from '@/lib/base/async';
import { errorCode } from '@/lib/base/errors';
import { withdrawAll } from '@/lib/browser/notifications';
import { dropAccess } from '@/lib/browser/permissions';
import type { Handlers } from '@/lib/requests/bridge';
import { forgetSetAside } from '@/lib/storage/local';
import { forgetBegunChat } from '@/lib/storage/new-chat';
import { noted } from '@/lib/worker/core/problems';
import type { Context } from '@/lib/worker/core/context';
import { connect, forgotten } from './connect';
import { discover } from './discover';
import { beginSignIn, endSignIn, finishSignIn, revokeToken } from './sign-in';

type Names = 'connect' | 'find' | 'signIn' | 'finishSignIn' | 'cancelSignIn' | 'disconnect';

interface ConnectionJobs {
  renewSocket(): Promise<void>;
  pollAnew(): Promise<void>;
}

/** What a person does about the connection; what changes it is done in the order it was asked. */
export function createConnectionHandlers(
  deps: Context,
  { renewSocket, pollAnew }: ConnectionJobs,
): Pick<Handlers, Names> {
  const { store, now, background } = deps;
  const inTurn = serialQueue();

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
      background(renewSocket());
      await pollAnew();
    }),
    find: singleFlight(async () => {
      await discover(deps);
    }),
    signIn: inTurn(noting((request) => beginSignIn(deps, request))),
    finishSignIn: arrivedOnce(
      inTurn(
        noting(async (request) => {
          await finishSignIn(deps, request);
          background(renewSocket());
          await pollAnew();
        }),
      ),
    ),
    cancelSignIn: () => endSignIn(store),
    disconnect: inTurn(async () => {
      const before = await store.read();
      await store.update(forgotten);
      background(revokeToken(deps, before));
      if (before.status.baseUrl) background(dropAccess(before.status.baseUrl));
      await forgetSetAside();
      await forgetBegunChat();
      await withdrawAll();
    }),
  };
}

interface Redirect {
  address: string;
}

/** Every open page of ours sees the tab arrive and tells of it: all are told how it ended. */
function arrivedOnce(finish: (redirect: Redirect) => Promise<void>) {
  let last: { address: string; outcome: Promise<void> } | undefined;
  return ({ address }: Redirect): Promise<void> => {
    if (last?.address !== address) last = { address, outcome: finish({ address }) };
    return last.outcome;
  };
}
