import { type Clock, MINUTE } from '@/lib/base/time';

/** A chat told of longer ago than this answers no question. */
const REMEMBERED = MINUTE;

/** Which chats the live socket has told of lately. */
export interface ToldChats {
  remember(chatIDs: readonly string[]): void;
  /** Whether it has told of this chat since a moment, ms. */
  has(chatID: string, since: number): boolean;
}

/**
 * A poll that finds changes in other chats knows what the socket has missed; and what was told of a
 * chat while a write to it was under way, the answer to the write does not know.
 */
export function createToldChats(moment: Clock): ToldChats {
  const told = new Map<string, number>();
  return {
    remember: (chatIDs) => {
      const now = moment();
      for (const [id, at] of told) if (now - at > REMEMBERED) told.delete(id);
      for (const id of chatIDs) told.set(id, now);
    },
    has: (chatID, since) => (told.get(chatID) ?? -Infinity) >= since,
  };
}
