import { forEachLimited } from '@/lib/base/async';
import { CompanionError, type ErrorCode, isFinal } from '@/lib/base/errors';
import { readChat } from '@/lib/beeper/parse/chat';
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
import { features, readContext, type State } from '@/lib/worker/core/state';
import { mergeIntoState } from '@/lib/worker/sync/poll';
import { explain, TELLING } from './explain';
import { perform, type Performed } from './perform';

const AT_ONCE = 4;

/** Sends what the outbox holds, in order per chat, until nothing more can be sent now. */
export async function drain(deps: Deps): Promise<void> {
  for (;;) {
    const session = await openSession(deps);
    if (!session) return;
    const { outbox } = await session.read();
    const ready = readyEntries(outbox, deps.now());
    if (ready.length === 0) return;
    await forEachLimited(ready, AT_ONCE, (entry) => send(session, entry, deps.random));
  }
}

async function send(session: Session, entry: OutboxEntry, random: () => number): Promise<void> {
  try {
    if (await isSettledUnsent(session, entry)) return;
    const state = await session.update((before) => ({
      ...before,
      outbox: markSending(before.outbox, entry.id),
    }));
    // Undone, dismissed or disconnected since it was chosen: it is not to be sent.
    if (!isSending(state, entry)) return;
    const { chatID, intent } = entry;
    const performed = await perform(session.api, chatID, intent, {
      reminderForm: state.connection?.reminderForm ?? features(state).reminderForm,
      isPinned: state.chats.get(chatID)?.isPinned ?? false,
    });
    await settle(session, entry, performed);
  } catch (error) {
    await giveUpOrWait(session, entry, await explain(session, error), random());
  }
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
  const requestedAt = session.now();
  const raw = await session.api.chat(entry.chatID);
  const remote = readChat(raw, readContext(await session.read()));
  // Sent again without knowing, it might be done twice.
  if (!remote) throw new CompanionError('badAnswer');
  const chat = mergeChat(undefined, withBox(remote), { requestedAt });
  if (isDone(chat, intent) === true) await settle(session, entry, {});
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

/** Done: Beeper has it, so the snapshot has it too, and answers asked for before say nothing. */
async function settle(
  session: Session,
  { id, chatID, intent }: OutboxEntry,
  { reminderForm }: Performed,
): Promise<void> {
  await session.update((state) => {
    const chat = state.chats.get(chatID);
    const written = chat && { ...applyIntent(chat, intent), writtenAt: session.now() };
    const isReminder = intent.kind === 'remind';
    return {
      ...state,
      outbox: markDone(state.outbox, [id]),
      ...(written && { chats: new Map(state.chats).set(chatID, written) }),
      ...(isReminder && { reminders: changeReminder(state.reminders, chatID, { kept: 'sent' }) }),
      ...(state.connection &&
        reminderForm && { connection: { ...state.connection, reminderForm } }),
    };
  });
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
