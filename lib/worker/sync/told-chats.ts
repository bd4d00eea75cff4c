import { type Clock, MINUTE } from '@/lib/base/time';

/** A chat told of longer ago than this answers no question. */
const REMEMBERED = MINUTE;

/** Which chats the live socket has told of lately: a poll that finds others knows what it missed. */
export function createToldChats(now: Clock) {
  const told = new Map<string, number>();
  return {
    remember: (chatIDs: readonly string[]): void => {
      for (const [id, at] of told) if (now() - at > REMEMBERED) told.delete(id);
      for (const id of chatIDs) told.set(id, now());
    },
    /** Whether it has told of all these chats since a moment, ms. */
    hasAll: (chatIDs: readonly string[], since: number): boolean =>
      chatIDs.every((id) => (told.get(id) ?? 0) >= since),
  };
}
