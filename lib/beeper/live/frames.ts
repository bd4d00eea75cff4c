import {
  readArray,
  readMoment,
  readNumber,
  readObject,
  readText,
  readTexts,
} from '@/lib/base/parse';

/**
 * What Beeper says over `/v1/ws`, as far as it matters here (docs/beeper-api.md). Members and
 * types we do not know are passed over: real servers say more than the document.
 */
export type SocketFrame =
  | { kind: 'ready'; version: number | undefined }
  /** Our subscription stands. */
  | { kind: 'subscribed' }
  /** Beeper did not understand what we said. */
  | { kind: 'error' }
  | ({ kind: 'event'; seq: number | undefined } & ChatEvents)
  | { kind: 'other' };

/** Something has happened to a chat. */
export interface ChatEvents {
  chatID: string;
  /** Its newest message as it came over the wire, where that was sent along. */
  message?: unknown;
  /** Messages that are no more. */
  deleted: readonly string[];
}

/** The one dialect there is: the version that `ready` names. */
export const DIALECT = 1;

/** Asks to be told of every chat; said again it changes nothing and is answered all the same. */
export function subscription(requestID: string): string {
  return JSON.stringify({ type: 'subscriptions.set', requestID, chatIDs: ['*'] });
}

/** Never throws. */
export function readSocketFrame(data: unknown): SocketFrame {
  const raw = readObject(parse(data));
  const type = readText(raw?.type) ?? '';
  if (type === 'ready') return { kind: 'ready', version: readNumber(raw?.version) };
  if (type === 'subscriptions.updated') return { kind: 'subscribed' };
  if (type === 'error') return { kind: 'error' };
  const chatID = readText(raw?.chatID);
  if (!raw || !chatID || !/^(chat|message|reaction)\./.test(type)) return { kind: 'other' };
  const message = newestOf(readArray(raw.entries));
  return {
    kind: 'event',
    seq: readNumber(raw.seq),
    chatID,
    ...(message !== undefined && { message }),
    deleted: type === 'message.deleted' ? (readTexts(raw.ids) ?? []) : [],
  };
}

/** Longer than this and it is more than a line to show, bytes as text. */
const LONGEST_MESSAGE = 20_000;

function newestOf(entries: readonly unknown[] = []): unknown {
  const messages = entries.map(readObject).filter((entry) => entry !== undefined);
  const newest = messages.toSorted(inOrder).at(-1);
  return isShort(newest) ? newest : undefined;
}

interface Placed {
  sortKey?: unknown;
  timestamp?: unknown;
}

/** The server's own order, where it tells one; else by the senders' clocks. */
function inOrder(one: Placed, other: Placed): number {
  return placeOf(one) - placeOf(other) || momentOf(one) - momentOf(other);
}

function placeOf({ sortKey }: Placed): number {
  return Number(sortKey ?? NaN);
}

function momentOf({ timestamp }: Placed): number {
  return readMoment(timestamp) ?? 0;
}

/** What is nested too deep to be written throws here, and could not be passed on either. */
function isShort(message: unknown): boolean {
  try {
    return JSON.stringify(message ?? null).length <= LONGEST_MESSAGE;
  } catch {
    return false;
  }
}

function parse(data: unknown): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}
