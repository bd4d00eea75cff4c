import { useEffect, useState } from 'preact/hooks';

import { type ErrorCode, errorCode } from '@/lib/base/errors';
import type { Contact, ContactQuery } from '@/lib/model/messages/new-chat';
import { ask } from '@/lib/requests/bridge';

/** So long after the last letter the words are taken for meant, ms. */
const SETTLED = 250;

export interface FoundContacts {
  /** What they were found by. */
  query: string;
  contacts: readonly Contact[];
  isLooking: boolean;
  error?: ErrorCode;
}

/** People on the network of an account: those Beeper knows at once, those found there later. */
export function useContacts(accountID: string, words: string): FoundContacts {
  const [found, setFound] = useState<FoundContacts>(NOBODY);
  const query = words.trim();
  useEffect(() => {
    if (!accountID) return undefined;
    let isOver = false;
    setFound((last) => ({ ...last, isLooking: true }));
    const look = async () => {
      const known = await answerOf({ accountID, query, where: 'known' });
      if (isOver) return;
      setFound({ ...known, isLooking: query !== '' });
      if (!query) return;
      const others = await answerOf({ accountID, query, where: 'network' });
      if (!isOver) setFound(together(known, others));
    };
    const timer = setTimeout(() => void look(), query ? SETTLED : 0);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [accountID, query]);
  return found;
}

const NOBODY: FoundContacts = { query: '', contacts: [], isLooking: false };

async function answerOf(asked: ContactQuery): Promise<FoundContacts> {
  const { query } = asked;
  return ask('contacts', asked).then(
    (contacts) => ({ query, contacts, isLooking: false }),
    (error: unknown) => ({ query, contacts: [], isLooking: false, error: errorCode(error) }),
  );
}

/** What one of the two could not tell matters only where the other has found nobody. */
function together(known: FoundContacts, others: FoundContacts): FoundContacts {
  const ids = new Set(known.contacts.map(({ id }) => id));
  const contacts = [...known.contacts, ...others.contacts.filter(({ id }) => !ids.has(id))];
  const { query } = known;
  if (contacts.length > 0) return { query, contacts, isLooking: false };
  return { ...known, ...others };
}
