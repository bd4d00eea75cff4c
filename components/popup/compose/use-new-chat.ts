import { useEffect, useRef, useState } from 'preact/hooks';

import { warn } from '@/lib/base/log';
import {
  type BegunChat,
  keepBegunChat,
  loadBegunChat,
  NOTHING_BEGUN,
} from '@/lib/storage/new-chat';

/** What is entered for a new chat: as it was left, kept with every letter. */
export function useBegunChat() {
  const { current } = useRef({ begun: NOTHING_BEGUN, typed: {} as Partial<BegunChat> });
  const [begun, setBegun] = useState(NOTHING_BEGUN);

  const put = (next: BegunChat) => {
    current.begun = next;
    setBegun(next);
  };
  const keep = (next: BegunChat) => {
    put(next);
    keepBegunChat(next).catch((error: unknown) => warn('a new chat is not kept', error));
  };

  useEffect(() => {
    const takeUp = (kept: BegunChat) => {
      const { typed } = current;
      // Somebody may have been quicker.
      if (Object.keys(typed).length === 0) put(kept);
      else keep({ ...kept, ...typed });
    };
    loadBegunChat().then(takeUp, (error: unknown) => warn('what was begun is lost', error));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once; what it needs is in `current`
  }, []);

  const change = (to: Partial<BegunChat>) => {
    current.typed = { ...current.typed, ...to };
    keep({ ...current.begun, ...to });
  };
  return { begun, change };
}

/** The account to begin in, and with whom: people of an account that is gone are gone with it. */
export function whereToBegin(
  { accountID, people }: BegunChat,
  choices: readonly { id: string }[],
): Pick<BegunChat, 'accountID' | 'people'> {
  const isThere = choices.length === 0 || choices.some(({ id }) => id === accountID);
  if (accountID && isThere) return { accountID, people };
  return { accountID: choices[0]?.id ?? '', people: accountID ? [] : people };
}
