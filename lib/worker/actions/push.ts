import { forEachLimited } from '@/lib/base/async';
import { CompanionError, type ErrorCode, isFinal } from '@/lib/base/errors';
import type { RemoteChat } from '@/lib/model/chats/remote-chat';
import { applyIntent, type Intent, isDone, isOvertaken } from '@/lib/model/actions/intent';
import {
  enqueue,
  markDone,
  markFailed,
  markSending,
  markWaiting,
  mayHaveArrived,
  type OutboxEntry,
  readyEntries,
} from '@/lib/model/actions/outbox';
import { mergeChat } from '@/lib/model/chats/merge';
import { changeReminder } from '@/lib/model/reminders/reminder';
import { noted, troubled } from '@/lib/worker/core/problems';
import { type Deps, openSession, type Session } from '@/lib/worker/core/session';
import { features, type State } from '@/lib/worker/core/state';
import { mergeIntoState } from '@/lib/worker/sync/poll';
import { askAfter } from '@/lib/worker/sync/refetch';
import type { ToldChats } from '@/lib/worker/sync/told-chats';
import { explain, explainWrite, TELLING } from './explain';
import { FEW, type News, type NewsContext, newsSince } from './news-since';
import { perform, type Performed } from './perform';

const AT_ONCE = 4;

/** Sends what the outbox holds, in order per chat, until nothing more can be sent now. */
export async function drain(deps: Deps, told: ToldChats): Promise<void> {
  for (;;) {
    const session = await openSession(deps);
    if (!session) return;
    const { outbox } = await session.read();
    const ready = readyEntries(outbox, deps.now());
    if (ready.length === 0) return;
    const isMany = ready.length > FEW;
    await forEachLimited(ready, AT_ONCE, (entry) => {
      const isTold = (since: number) => told.has(entry.chatID, since);
      return send(session, entry, { isTold, isMany, random: deps.random });
    });
  }
}

interface Circumstances extends NewsContext {
  random(): number;
}

async function send(session: Session, entry: OutboxEntry, given: Circumstances): Promise<void> {
  try {
    if (await isSettledUnsent(session, entry)) return;
    const state = await session.update((before) => ({
      ...before,
      outbox: markSending(before.outbox, entry.id),
    }));
    // Undone, dismissed or disconnected since it was chosen: it is not to be sent.
    if (!isSending(state, entry)) return;
    const sentAt = session.moment();
    const performed = await write(session, entry, state);
    const news = await newsSince(session, entry.chatID, sentAt, given);
    await settle(session, entry, { ...performed, ...news });
  } catch (error) {
    await giveUpOrWait(session, entry, await explain(session, error), given.random());
  }
}

function write(
  session: Session,
  { chatID, intent }: OutboxEntry,
  state: State,
): Promise<Performed> {
  return perform(session.api, chatID, intent, {
    reminderForm: state.connection?.reminderForm ?? features(state).reminderForm,
    isPinned: state.chats.get(chatID)?.isPinned ?? false,
  }).catch(async (error: unknown) => {
    throw await explainWrite(session, error);
  });
}

function isSending({ outbox }: State, { id }: OutboxEntry): boolean {
  return outbox.entries.some((entry) => entry.id === id && entry.state === 'sending');
}

/** Whether there is nothing left to send: it has arrived, its time is over, or it is overtaken. */
async function isSettledUnsent(session: Session, entry: OutboxEntry): Promise<boolean> {
  const { intent } = entry;
  if (intent.kind === 'remind' && intent.at <= session.now()) {
    await session.update((state) => ringHere(state, entry, intent));
    return true;
  }
  if (!mayHaveArrived(entry) && !('heldAt' in intent)) return false;
  const { remote, requestedAt } = await askAfter(session, entry.chatID);
  // Sent again without knowing, it might be done twice.
  if (!remote) throw new CompanionError('badAnswer');
  const chat = mergeChat(undefined, withBox(remote), { requestedAt });
  const seen = remote.tellsAll ? { remote, requestedAt } : undefined;
  if (isDone(chat, intent) === true) await settle(session, entry, seen ? { seen } : {});
  else if (isOvertaken(chat, intent)) await standBack(session, entry, remote, requestedAt);
  else return false;
  return true;
}

/** Old servers do not say which list a chat is in, but not archived is all that matters here. */
function withBox(remote: RemoteChat): RemoteChat {
  return remote.isArchived === false ? { ...remote, box: 'primary' } : remote;
}

/** Its moment came unsent: it rings here, and the one Beeper has in its place is not to follow. */
function ringHere(
  state: State,
  entry: OutboxEntry,
  { at, heldAt }: Extract<Intent, { kind: 'remind' }>,
): State {
  const { id, chatID } = entry;
  const here = keepHere(state, entry);
  const there = state.chats.get(chatID)?.reminder;
  if (!there || there.at <= at) return here;
  const intent: Intent = { kind: 'clearReminder', heldAt: heldAt ?? there.at };
  const stamped = { id: `rung-here:${id}`, chatID, intent };
  return { ...here, outbox: enqueue(here.outbox, stamped, undefined) };
}

/** Something else was done at Beeper since: that counts, and it is taken in at once. */
async function standBack(
  session: Session,
  { id }: OutboxEntry,
  remote: RemoteChat,
  requestedAt: number,
): Promise<void> {
  await session.update((state) => {
    const without = { ...state, outbox: markDone(state.outbox, [id]) };
    return mergeIntoState(without, [remote], { requestedAt }, session.now());
  });
}

/**
 * Done: Beeper has it, so the snapshot has it too. An act never covers what was told since it left:
 * then the chat is as Beeper describes it after the act.
 */
async function settle(
  session: Session,
  { id, chatID, intent }: OutboxEntry,
  { reminderForm, seen, writtenAt = session.moment() }: Performed & News,
): Promise<void> {
  await session.update((state) => {
    const isReminder = intent.kind === 'remind';
    const done = {
      ...state,
      outbox: markDone(state.outbox, [id]),
      ...(isReminder && { reminders: changeReminder(state.reminders, chatID, { kept: 'sent' }) }),
      ...(state.connection &&
        reminderForm && { connection: { ...state.connection, reminderForm } }),
    };
    if (!seen) return withApplied(done, chatID, intent, writtenAt);
    const described = mergeIntoState(done, [seen.remote], seen, session.now());
    const chat = described.chats.get(chatID);
    // What this server does not tell of a chat is as the act has left it.
    const isUntold = chat !== undefined && isDone(chat, intent) === undefined;
    return isUntold ? withApplied(described, chatID, intent, writtenAt) : described;
  });
}

/** The chat as the act has left it. Answers that were asked for before say nothing of it. */
function withApplied(state: State, chatID: string, intent: Intent, writtenAt: number): State {
  const chat = state.chats.get(chatID);
  if (!chat) return state;
  const written = { ...applyIntent(chat, intent), writtenAt };
  return { ...state, chats: new Map(state.chats).set(chatID, written) };
}

async function giveUpOrWait(
  session: Session,
  entry: OutboxEntry,
  error: CompanionError,
  random: number,
): Promise<void> {
  const now = session.now();
  const { kind } = entry.intent;
  await session.update((state) => {
    if (isFinal(error.code)) return noted(givenUp(state, entry, error.code), error.code, kind, now);
    const plan = { error: error.code, now, random, retryAfterMs: error.retryAfterMs };
    const waiting = { ...state, outbox: markWaiting(state.outbox, entry.id, plan) };
    return TELLING.has(error.code)
      ? troubled(waiting, error, kind, now)
      : noted(waiting, error.code, kind, now);
  });
}

/** A reminder Beeper does not take still rings: it lives in this browser. */
function givenUp(state: State, entry: OutboxEntry, code: ErrorCode): State {
  if (entry.intent.kind === 'remind') return keepHere(state, entry);
  return { ...state, outbox: markFailed(state.outbox, entry.id, code) };
}

function keepHere(state: State, entry: OutboxEntry): State {
  const isTried = mayHaveArrived(entry);
  return {
    ...state,
    outbox: markDone(state.outbox, [entry.id]),
    reminders: changeReminder(state.reminders, entry.chatID, {
      kept: 'here',
      ...(isTried && { isTried }),
    }),
  };
}
