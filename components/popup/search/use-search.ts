import { useEffect, useRef } from 'preact/hooks';

import { ask } from '@/lib/requests/bridge';

/** So long after the last letter the words are taken for meant, ms. */
const SETTLED = 250;
const SHORTEST = 2;

/** Has the worker search at Beeper for what is typed, each thing once: it may know more chats. */
export function useSearch(query: string): void {
  const asked = useRef(new Set<string>());
  const words = query.trim();
  useEffect(() => {
    if (words.length < SHORTEST || asked.current.has(words)) return undefined;
    const timer = setTimeout(() => {
      asked.current.add(words);
      // What is known has been searched already; of trouble the status tells.
      ask('search', { query: words }).catch(() => asked.current.delete(words));
    }, SETTLED);
    return () => clearTimeout(timer);
  }, [words]);
}
