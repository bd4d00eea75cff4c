import { readArray, readObject, readText, readTexts } from '@/lib/base/parse';
import type { ChatEvents } from './frames';

/** What came over the socket since it was last told on. */
export interface LiveEvents {
  chats: readonly ChatEvents[];
  /** Something was missed, and nobody can say what. */
  hasMissed: boolean;
}

/** Gathers news until somebody takes them; of a chat only the newest message matters. */
export class Grouped {
  readonly #chats = new Map<string, ChatEvents>();
  #hasMissed = false;

  add(added: ChatEvents): void {
    const known = this.#chats.get(added.chatID);
    this.#chats.set(added.chatID, {
      ...known,
      ...added,
      deleted: [...(known?.deleted ?? []), ...added.deleted],
    });
  }

  miss(): void {
    this.#hasMissed = true;
  }

  take(): LiveEvents | undefined {
    if (this.#chats.size === 0 && !this.#hasMissed) return undefined;
    const news = { chats: [...this.#chats.values()], hasMissed: this.#hasMissed };
    this.#chats.clear();
    this.#hasMissed = false;
    return news;
  }
}

/** As a page has sent it; one that cannot be read makes the whole unreadable. */
export function readLiveEvents(value: unknown): LiveEvents | undefined {
  const raw = readObject(value);
  const chats = readArray(raw?.chats)?.map(readChatEvents);
  if (!chats?.every((chat) => chat !== undefined)) return undefined;
  return { chats, hasMissed: raw?.hasMissed === true };
}

function readChatEvents(value: unknown): ChatEvents | undefined {
  const raw = readObject(value);
  const chatID = readText(raw?.chatID);
  const deleted = readTexts(raw?.deleted);
  if (!raw || !chatID || !deleted) return undefined;
  return { chatID, deleted, ...(raw.message !== undefined && { message: raw.message }) };
}

/**
 * Whether events were lost between two of these numbers. They count the events of one connection;
 * nobody says whether from 0 or from 1, and some servers count only what they have sent.
 */
export function isGap(last: number | undefined, seq: number | undefined): boolean {
  if (seq === undefined) return false;
  return last === undefined ? seq > 1 : seq !== last + 1;
}

/** What the live socket asks of the worker. */
export interface SocketRequests {
  /** The live socket is about to be opened: its handshake needs the token. */
  socketOpening: null;
  /** Beeper tells us of every chat from now on. */
  socketOpened: null;
  /** It does so no more, or never did. */
  socketClosed: { wasOpen: boolean };
  /** What came over the live socket. Answered when the number is right. */
  liveEvents: LiveEvents;
  /** More events may come soon: the browser is not to stop the worker yet. */
  stay: null;
}

/** One of them: its name and what is said with it. */
export type SocketRequest = {
  [N in keyof SocketRequests]: [name: N, payload: SocketRequests[N]];
}[keyof SocketRequests];
