import type { RemoteChat } from '@/lib/model/chats/remote-chat';
import type { Session } from '@/lib/worker/core/session';
import { features, type State } from '@/lib/worker/core/state';
import { askAfter, type Described, unlessBroken } from '@/lib/worker/sync/refetch';

/** So many actions at once have each of their chats looked at once more. */
export const FEW = 3;

export interface NewsContext {
  /** Whether the live socket has told of the chat since a moment, ms. */
  isTold(since: number): boolean;
  /** The action is one of many. */
  isMany: boolean;
}

/** The chat as an answer describes it that was asked for once the write was done. */
export interface Seen extends Pick<Described, 'requestedAt'> {
  remote: RemoteChat;
}

/** What the answer to a write does not know of the chat. */
export interface News {
  /** Answers to what was asked after this moment, ms, count. */
  writtenAt?: number;
  seen?: Seen;
}

/**
 * Whether something was told of the chat since the write left, and how the chat is now. Of many
 * chats each was told of, because of its own write: who asks after them does so already.
 */
export async function newsSince(
  session: Session,
  chatID: string,
  sentAt: number,
  { isTold, isMany }: NewsContext,
): Promise<News> {
  const state = await session.read();
  const wasTold = isTold(sentAt);
  const isNews = wasTold || isDescribedSince(state, chatID, sentAt);
  if (!isNews || !features(state).fullChats) return {};
  const seen = isMany && wasTold ? undefined : await lookAgain(session, chatID);
  return { writtenAt: sentAt, ...(seen && { seen }) };
}

/** Whether an answer to a question asked since has brought something new of the chat. */
function isDescribedSince({ chats }: State, chatID: string, since: number): boolean {
  return (chats.get(chatID)?.seenAt ?? 0) > since;
}

/** Where it cannot be asked after, what was done is all that is known. */
async function lookAgain(session: Session, chatID: string): Promise<Seen | undefined> {
  const described = await askAfter(session, chatID).catch(unlessBroken);
  return described?.remote && { ...described, remote: described.remote };
}
