import { useEffect, useState } from 'preact/hooks';

import { type ErrorCode, errorCode } from '@/lib/base/errors';
import type { Chats } from '@/lib/model/chats/merge';
import type { Filter } from '@/lib/model/list/filter';
import { accountIDsOf } from '@/lib/model/list/search/choices';
import type { MessageHit } from '@/lib/model/list/search/message-search';
import { passes } from '@/lib/model/list/search/narrow';
import { ask } from '@/lib/requests/bridge';

/** So long after the last letter the words are taken for meant, ms. */
const SETTLED = 350;
const SHORTEST = 2;

export type FoundMessages =
  | 'none yet'
  /** This Beeper does not search messages. */
  | 'cannot'
  | { isAsking: true }
  | { hits: readonly MessageHit[] }
  | { error: ErrorCode };

/** Asks Beeper for messages with these words, once somebody pauses. Nothing of them is kept. */
export function useMessages(query: string, filter: Filter, chats: Chats | undefined) {
  const [found, setFound] = useState<FoundMessages>('none yet');
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (query.length < SHORTEST) {
      setFound('none yet');
      return undefined;
    }
    let isStill = true;
    const tell = (next: FoundMessages) => isStill && setFound(next);
    tell({ isAsking: true });
    const timer = setTimeout(() => {
      searched(query, filter, chats).then(tell, (error: unknown) =>
        tell({ error: errorCode(error) }),
      );
    }, SETTLED);
    return () => {
      isStill = false;
      clearTimeout(timer);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- other chats are no other question
  }, [query, filter, attempt]);

  return { found, tryAgain: () => setAttempt(attempt + 1) };
}

async function searched(
  query: string,
  filter: Filter,
  chats: Chats = new Map(),
): Promise<FoundMessages> {
  const hits = await ask('searchMessages', {
    query,
    accountIDs: accountIDsOf(chats.values(), filter),
    ...(filter.kind && { kind: filter.kind }),
  });
  if (!hits) return 'cannot';
  return { hits: hits.filter(({ chat: { id } }) => isMeant(id, filter, chats)) };
}

/** Beeper was asked to keep to all that a filter can say, but not to who waits for an answer. */
function isMeant(chatID: string, filter: Filter, chats: Chats): boolean {
  const known = chats.get(chatID);
  return known ? passes(filter, known) : !filter.isWaiting;
}
