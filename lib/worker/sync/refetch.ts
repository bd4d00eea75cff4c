import { CompanionError, isUnreachable } from '@/lib/base/errors';
import { readObject } from '@/lib/base/parse';
import { readChat } from '@/lib/beeper/parse/chat';
import { type Chats, explainVanishing, removeChat, takeForRead } from '@/lib/model/chats/merge';
import type { Session } from '@/lib/worker/core/session';
import { readContext, type State } from '@/lib/worker/core/state';
import { mergeIntoState } from './poll';

/** How many chats are asked after at the same time. */
export const AT_ONCE = 4;

/**
 * Learns how a single chat stands; one that Beeper no longer has is forgotten.
 *
 * @param message its newest one, where that is known: the answer brings none.
 */
export async function look(session: Session, id: string, message?: unknown): Promise<void> {
  const requestedAt = session.moment();
  const raw = await session.api.chat(id).catch(goneOr).catch(skipChat);
  await session.update((state) => {
    if (raw === 'gone') return forget(state, id);
    if (raw === 'skip') return { ...state, chats: takeAsSeen(state.chats, id, requestedAt) };
    const remote = readChat(withMessage(raw, message), readContext(state));
    const source = { requestedAt, isToldMessage: message !== undefined };
    return remote
      ? mergeIntoState(state, [explainVanishing(remote)], source, session.now())
      : state;
  });
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

/** A chat that cannot be asked after: taken for read, and not asked after again for a while. */
function takeAsSeen(chats: Chats, id: string, seenAt: number): Chats {
  const chat = chats.get(id);
  return chat ? takeForRead(chats, [{ ...chat, seenAt }]) : chats;
}
