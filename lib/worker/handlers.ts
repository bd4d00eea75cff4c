import type { Handlers } from '../bridge';
import { CompanionError, errorCode } from '../errors';
import type { Doing } from '../incidents';
import { withdrawAll } from '../notifications';
import { hurry, markDone } from '../outbox';
import { inTurn, single, type Single } from '../parallel';
import { forgetSetAside } from '../store/local';
import { changeSettings } from '../settings';
import { SECOND } from '../time';
import { connect, forgotten } from './connect';
import { lookAround } from './find';
import { fillPreviews } from './follow-up';
import { intend } from './intend';
import { openChat } from './open-chat';
import { beginSignIn, endSignIn, finishSignIn, revokeToken } from './sign-in';
import { type Deps, openSession } from './session';
import { noted } from './trouble';

/** A poll that ended less than this ago is as good as a new one, ms. */
const FRESH = SECOND / 2;

/** Work the worker does by itself, started here and waited for by nobody unless told. */
export interface Jobs {
  poll: Single<void>;
  send(): void;
  /** Lets work end by itself. */
  later(work: Promise<unknown>): void;
}

/** One line of work for each request of a page. */
export function createHandlers(deps: Deps, jobs: Jobs): Handlers {
  const { store, now } = deps;

  /** What goes wrong is remembered for the diagnostics, and told. */
  const noting =
    <A>(during: Doing, work: (request: A) => Promise<void>) =>
    async (request: A): Promise<void> => {
      await work(request).catch(async (error: unknown) => {
        const code = errorCode(error);
        await store.update((state) => noted(state, code, during, now())).catch(() => undefined);
        throw error;
      });
    };

  return {
    refresh: async () => {
      const { status } = await store.read();
      // Either way round: after the clock was put back, nothing is fresh.
      const isFresh = !status.trouble && Math.abs(now() - (status.syncedAt ?? 0)) < FRESH;
      if (!isFresh) await jobs.poll();
    },
    act: async ({ intents }) => {
      const { status } = await store.read();
      if (!status.isConnected) throw new CompanionError('notConnected');
      await store.update((state) => intend(state, intents, now()));
      jobs.send();
    },
    retry: async ({ ids }) => {
      await store.update((state) => ({
        ...state,
        outbox: hurry(state.outbox, ({ id }) => ids.includes(id)),
      }));
      jobs.send();
    },
    dismiss: async ({ ids }) => {
      await store.update((state) => ({ ...state, outbox: markDone(state.outbox, ids) }));
    },
    openChat: noting('open', ({ chatID }) => openChat(deps, chatID)),
    preview: async ({ chatIDs }) => {
      const session = await openSession(deps);
      if (session) await fillPreviews(session, chatIDs);
    },
    connect: inTurn(async (request) => {
      await connect(deps, request);
      await jobs.poll.anew();
    }),
    find: single(async () => {
      await lookAround(deps);
    }),
    openingBeeper: async () => {
      await store.update((state) => ({ ...state, status: { ...state.status, openedAt: now() } }));
    },
    signIn: inTurn(noting('signIn', (request) => beginSignIn(deps, request))),
    finishSignIn: inTurn(
      noting('signIn', async (request) => {
        await finishSignIn(deps, request);
        await jobs.poll.anew();
      }),
    ),
    cancelSignIn: () => endSignIn(store),
    disconnect: async () => {
      const before = await store.read();
      await store.update(forgotten);
      jobs.later(revokeToken(deps, before));
      await forgetSetAside();
      await withdrawAll();
    },
    saveSettings: async (change) => {
      await store.update((state) => ({
        ...state,
        settings: changeSettings(state.settings, change),
      }));
      await jobs.poll.anew();
    },
  };
}
