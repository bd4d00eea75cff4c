import { singleFlight, type SingleFlight } from '@/lib/base/async';
import { CompanionError, errorCode } from '@/lib/base/errors';
import { MINUTE, SECOND } from '@/lib/base/time';
import {
  addToDraft,
  draftOf,
  type Drafts,
  isUnderWay,
  writeDraft,
} from '@/lib/model/messages/draft';
import {
  afterStop,
  markFailed,
  type Pressed,
  pressSend,
  type Which,
} from '@/lib/model/messages/reply';
import type { Handlers } from '@/lib/requests/bridge';
import type { Context } from '@/lib/worker/core/context';
import { openSession, type Session } from '@/lib/worker/core/session';
import type { State } from '@/lib/worker/core/state';
import { toleratingOne } from '@/lib/worker/core/tolerate';
import { withDrafts } from '@/lib/worker/sync/draft-state';
import { findOut, sendReply } from './send-reply';
import { refresh } from '@/lib/worker/sync/refetch';
import { shareDraft, unlessRefused, unsharedDrafts } from './share-draft';

/** Nobody has typed for so long: what is there is worth telling Beeper. */
const SETTLED = 3 * SECOND;
/** A message not found for so long has not arrived, or Beeper shows it in other words. */
const LOOKED_FOR = 10 * MINUTE;

/** What is begun, what is sent, and what became of it. */
export function createReplies(deps: Context) {
  const { store, now, background, setTimer } = deps;
  const running = new Set<string>();
  const shares = new Map<string, SingleFlight<void>>();
  /** Not tried again by this worker: Beeper would say the same. */
  const refused = new Set<string>();

  const change = (next: (drafts: Drafts) => Drafts) =>
    store.update((state) => withDrafts(state, next(state.drafts)));

  const inSession = async (work: (session: Session) => Promise<void>) => {
    const session = await openSession(deps);
    if (session) await toleratingOne(session, () => work(session));
  };

  const share = (chatID: string) => {
    const one = shares.get(chatID) ?? singleFlight(() => inSession(trying(chatID)));
    shares.set(chatID, one);
    return one.anew();
  };
  const trying = (chatID: string) => async (session: Session) => {
    const text = draftOf((await session.read()).drafts, chatID)?.text ?? '';
    const key = JSON.stringify([chatID, text]);
    if (refused.has(key)) return;
    await shareDraft(session, chatID).catch((error: unknown) => {
      unlessRefused(error);
      refused.add(key);
    });
  };

  /** By this worker once, however often it is asked for. */
  const send = async (which: Which) => {
    if (running.has(which.id)) return;
    running.add(which.id);
    try {
      const session = await openSession(deps);
      if (session) await sendReply(session, which);
    } finally {
      running.delete(which.id);
    }
    await share(which.chatID);
    if (isOver(await store.read(), which)) {
      await inSession(async (session) => void (await refresh(session, which.chatID)));
    }
  };

  const handlers: Pick<Handlers, 'saveDraft' | 'addToDraft' | 'sendReply' | 'openReply'> = {
    saveDraft: async ({ isLeft, ...written }) => {
      await demandConnection();
      await change((drafts) => writeDraft(drafts, written));
      const { chatID } = written;
      if (isLeft) background(share(chatID));
      else setTimer(`draft ${chatID}`, now() + SETTLED, () => background(share(chatID)));
    },
    addToDraft: async ({ chatID, text }) => {
      await demandConnection();
      await store.update((state) => {
        const theirs = state.chats.get(chatID)?.draft ?? '';
        const added = { chatID, text, at: now() };
        return withDrafts(state, addToDraft(state.drafts, added, theirs));
      });
      background(share(chatID));
    },
    sendReply: async (pressed) => {
      await demandConnection();
      await press(pressed);
      background(send(pressed));
    },
    openReply: async ({ chatID }) => {
      await inSession(async (session) => {
        await refresh(session, chatID);
        await findOut(session, chatID);
      });
    },
  };

  /** What could not be stored does not leave, and is not on its way either. */
  async function press(pressed: Pressed): Promise<void> {
    try {
      await change((drafts) => pressSend(drafts, pressed, now()));
    } catch (error) {
      await change((drafts) => markFailed(drafts, pressed, errorCode(error))).catch(
        () => undefined,
      );
      throw error;
    }
  }

  async function demandConnection(): Promise<void> {
    if (!(await store.read()).status.isConnected) throw new CompanionError('notConnected');
  }

  return {
    handlers,
    /** The state as the last worker left it. Nothing is sent by itself that a person has not seen. */
    recovered: (state: State) =>
      withDrafts(
        state,
        afterStop(state.drafts, (id) => running.has(id)),
      ),
    /** After a poll: drafts that Beeper has not seen, and messages that may have arrived. */
    tidy: async () => {
      const state = await store.read();
      if (state.status.trouble) return;
      for (const chatID of lost(state, now())) await inSession((one) => findOut(one, chatID));
      for (const chatID of unsharedDrafts(state)) await share(chatID);
    },
  };
}

function lost({ drafts }: State, now: number): string[] {
  return Object.entries(drafts.byChat)
    .filter(([, { send }]) => send?.state === 'unsure' && Math.abs(now - send.at) < LOOKED_FOR)
    .map(([chatID]) => chatID);
}

function isOver({ drafts }: State, { id, chatID }: Which): boolean {
  return drafts.done.includes(id) && !isUnderWay(draftOf(drafts, chatID));
}
