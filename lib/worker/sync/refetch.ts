import { CompanionError, isUnreachable } from '@/lib/base/errors';
import { readObject } from '@/lib/base/parse';
import { readChat } from '@/lib/beeper/parse/chat';
import { type Chats, explainVanishing, removeChat, takeForRead } from '@/lib/model/chats/merge';
import type { RemoteChat } from '@/lib/model/chats/remote-chat';
import type { Session } from '@/lib/worker/core/session';
import { readContext, type State } from '@/lib/worker/core/state';
import { mergeIntoState } from './poll';

/** How many chats are asked after at the same time. */
export const AT_ONCE = 4;

interface Looked {
  /** The chat's newest message, where that is known: the answer brings none. */
  message?: unknown;
  /**
   * What to make of a chat that cannot be asked after: nothing; that it was looked at; or that it
   * was read, where it is missing from the unread ones.
   */
  ifUnanswered?: 'nothing' | 'seen' | 'read';
}

/** Learns how a single chat stands; one that Beeper no longer has is forgotten. */
export async function look(
  session: Session,
  id: string,
  { message, ifUnanswered = 'nothing' }: Looked = {},
): Promise<void> {
  const requestedAt = session.moment();
  const raw = await session.api.chat(id).catch(goneOr).catch(skipChat);
  await session.update((state) => {
    if (raw === 'gone') return forget(state, id);
    if (raw === 'skip')
      return { ...state, chats: UNANSWERED[ifUnanswered](state.chats, id, requestedAt) };
    const remote = readChat(withMessage(raw, message), readContext(state));
    const source = { requestedAt, isToldMessage: message !== undefined };
    return remote
      ? mergeIntoState(state, [explainVanishing(remote)], source, session.now())
      : state;
  });
}

/** A chat as an answer describes it. */
export interface Described {
  raw: unknown;
  /** Left out where the answer describes none. */
  remote?: RemoteChat | undefined;
  /** When it was asked for, ms. */
  requestedAt: number;
}

/** How the chat is at Beeper now; what is known of it here stays as it is. */
export async function askAfter(session: Session, id: string): Promise<Described> {
  const requestedAt = session.moment();
  const raw = await session.api.chat(id);
  return { raw, remote: readChat(raw, readContext(await session.read())), requestedAt };
}

/** The same, and what is known here follows. @returns the answer as it came */
export async function refresh(session: Session, id: string): Promise<unknown> {
  const { raw, remote, requestedAt } = await askAfter(session, id);
  await session.update((state) =>
    remote ? mergeIntoState(state, [remote], { requestedAt }, session.now()) : state,
  );
  return raw;
}

/** What Beeper cannot say of a chat is not known; our own mistakes go on. */
export function unlessBroken(error: unknown): undefined {
  if (!(error instanceof CompanionError)) throw error;
}

/** The chat as the list of newest ones would have brought it. */
export function withMessage(raw: unknown, message: unknown): unknown {
  return message === undefined ? raw : { ...readObject(raw), preview: message };
}

/** Its reminder stays: Beeper may only be syncing, and a person asked to be reminded. */
function forget(state: State, chatID: string): State {
  return { ...state, chats: removeChat(state.chats, chatID) };
}

function goneOr(error: unknown): 'gone' {
  if (error instanceof CompanionError && error.code === 'chatGone') return 'gone';
  throw error;
}

/** One chat may answer 500 for good; only what concerns all of Beeper ends the work. */
export function skipChat(error: unknown): 'skip' {
  if (error instanceof CompanionError && !isUnreachable(error.code)) return 'skip';
  throw error;
}

/** Who counts as seen is not asked after again for a while. */
function asSeen(chats: Chats, id: string, seenAt: number): Chats {
  const chat = chats.get(id);
  return chat ? new Map(chats).set(id, { ...chat, seenAt }) : chats;
}

const UNANSWERED: Record<NonNullable<Looked['ifUnanswered']>, typeof asSeen> = {
  nothing: (chats) => chats,
  seen: asSeen,
  read: (chats, id, seenAt) => {
    const chat = chats.get(id);
    return chat ? takeForRead(chats, [{ ...chat, seenAt }]) : chats;
  },
};
