import { useEffect, useRef } from 'preact/hooks';

import type { Row } from '@/lib/model/chats/rows';
import { ask } from '@/lib/requests/bridge';

/** As many as one request of the worker's should fetch. */
const MOST = 20;

/** Asks for the last messages of chats that are drawn without one, each once. */
export function usePreviews(drawn: readonly Row[]): void {
  const asked = useRef(new Set<string>());
  useEffect(() => {
    const bare = drawn.filter(({ chat }) => !chat.preview && !asked.current.has(chat.id));
    const chatIDs = bare.slice(0, MOST).map(({ chat }) => chat.id);
    if (chatIDs.length === 0) return;
    for (const id of chatIDs) asked.current.add(id);
    ask('preview', { chatIDs }).catch(() => {
      for (const id of chatIDs) asked.current.delete(id);
    });
  }, [drawn]);
}
