import { readChat } from '../api/read-chat';
import type { Chat } from '../chat';
import { CompanionError, ERRORS, type ErrorCode } from '../errors';
import { mergeChat } from '../inbox';
import { applyIntent, isDone } from '../intents';
import {
  markDone,
  markFailed,
  markSending,
  markWaiting,
  type OutboxEntry,
  readyEntries,
} from '../outbox';
import { forEachFew } from '../parallel';
import { changeReminder } from '../reminders';
import { withTrouble } from '../status';
import { perform, type Performed } from './perform';
import { type Deps, openSession, type Session } from './session';
import { features, readContext, type State } from './state';

const AT_ONCE = 4;

/** Sends what the outbox holds, in order per chat, until nothing more can be sent now. */
export async function drain(deps: Deps): Promise<void> {
  for (;;) {
    const session = await openSession(deps);
    if (!session) return;
    const { outbox } = await session.read();
    const ready = readyEntries(outbox, deps.now());
    if (ready.length === 0) return;
    await forEachFew(ready, AT_ONCE, (entry) => send(session, entry, deps.random));
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
    const form = state.connection?.reminderForm ?? features(state).reminderForm;
    const performed = await perform(session.api, entry.chatID, entry.intent, form);
    await settle(session, entry, performed);
  } catch (error) {
    const known = error instanceof CompanionError ? error : new CompanionError('refused');
    await giveUpOrWait(session, entry, await explain(session, known), random());
  }
}

function isSending({ outbox }: State, { id }: OutboxEntry): boolean {
  return outbox.entries.some((entry) => entry.id === id && entry.state === 'sending');
}

/** Whether there is nothing left to send: it has arrived already, or its time is over. */
async function isSettledUnsent(session: Session, entry: OutboxEntry): Promise<boolean> {
  const { intent, chatID, id } = entry;
  if (intent.kind === 'remind' && intent.at <= session.now()) {
    await session.update((state) => keepHere(state, id, chatID));
    return true;
  }
  // It may have been sent before, by a worker that died or an answer that was lost.
  if (entry.state !== 'sending' && entry.attempts === 0) return false;
  const chat = await lookUp(session, entry);
  if (intent.kind === 'markRead' && chat && chat.lastActivity > (intent.seenTo ?? Infinity)) {
    await session.update((state) => ({ ...state, outbox: markDone(state.outbox, [id]) }));
    return true;
  }
  if (!chat || isDone(chat, intent) !== true) return false;
  await settle(session, entry, {});
  return true;
}

/** The chat as Beeper has it now, of which only what the server tells is to be believed. */
async function lookUp(session: Session, { chatID }: OutboxEntry): Promise<Chat | undefined> {
  const requestedAt = session.now();
  const raw = await session.api.chat(chatID);
  const remote = readChat(raw, readContext(await session.read()));
  if (!remote) return undefined;
  // Old servers do not say which list a chat is in, but not archived is all that matters here.
  const told = remote.isArchived === false ? { ...remote, box: 'primary' as const } : remote;
  return mergeChat(undefined, told, { requestedAt });
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
  { id, chatID, intent }: OutboxEntry,
  { code, retryAfterMs }: CompanionError,
  random: number,
): Promise<void> {
  const now = session.now();
  await session.update((state) => {
    if (!ERRORS[code].isFinal) {
      const outbox = markWaiting(state.outbox, id, { error: code, now, random, retryAfterMs });
      return { ...state, outbox, ...troubleOf(state, code) };
    }
    // A reminder Beeper does not take still rings: it lives in this browser.
    if (intent.kind === 'remind') return keepHere(state, id, chatID);
    return { ...state, outbox: markFailed(state.outbox, id, code) };
  });
}

function keepHere(state: State, id: string, chatID: string): State {
  return {
    ...state,
    outbox: markDone(state.outbox, [id]),
    reminders: changeReminder(state.reminders, chatID, { kept: 'here' }),
  };
}

/** Troubles that a write alone may tell of; a slow or busy Beeper may still answer polls. */
const TELLING: ReadonlySet<ErrorCode> = new Set([
  'notRunning',
  'notBeeper',
  'tokenRejected',
  'notSignedIn',
]);

function troubleOf({ status }: State, code: ErrorCode): Partial<State> {
  return TELLING.has(code) ? { status: withTrouble(status, code) } : {};
}

/** A write answered 401 while reads work: the token is not dead, it may only read. */
async function explain({ api }: Session, error: CompanionError): Promise<CompanionError> {
  if (error.code !== 'tokenRejected') return error;
  return api.accounts().then(
    () => new CompanionError('readOnly'),
    () => error,
  );
}
