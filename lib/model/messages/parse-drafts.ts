import { isErrorCode } from '@/lib/base/errors';
import {
  readArray,
  readMoment,
  readObject,
  readOneOf,
  readString,
  readText,
} from '@/lib/base/parse';
import { type Draft, type Drafts, type Send, SEND_STATES, type Written } from './draft';

export function readDrafts(value: unknown): Drafts | undefined {
  const byChat = readObject(readObject(value)?.byChat);
  if (!byChat) return undefined;
  const read = Object.entries(byChat).map(([chatID, draft]) => [chatID, readDraft(draft)] as const);
  return {
    byChat: Object.fromEntries(read.filter((one): one is [string, Draft] => one[1] !== undefined)),
    done: readIDs(readObject(value)?.done) ?? [],
    gone: readIDs(readObject(value)?.gone) ?? [],
  };
}

function readDraft(value: unknown): Draft | undefined {
  const raw = readObject(value);
  const text = readString(raw?.text);
  if (!raw || text === undefined) return undefined;
  const ours = readString(readObject(raw.agreed)?.ours);
  const theirs = readString(readObject(raw.agreed)?.theirs);
  const send = readSend(raw.send);
  return {
    text,
    at: readMoment(raw.at) ?? 0,
    ...(ours !== undefined && theirs !== undefined && { agreed: { ours, theirs } }),
    ...(send && { send }),
  };
}

function readSend(value: unknown): Send | undefined {
  const raw = readObject(value);
  const id = readText(raw?.id);
  const text = readString(raw?.text);
  const at = readMoment(raw?.at);
  if (!raw || !id || text === undefined || at === undefined) return undefined;
  const seen = readIDs(raw.seen);
  const earlierAt = readMoment(readObject(raw.earlier)?.at);
  return {
    id,
    text,
    at,
    // What cannot be read may have left.
    state: readOneOf(raw.state, SEND_STATES) ?? 'unsure',
    ...(isErrorCode(raw.error) && { error: raw.error }),
    ...(seen && { seen }),
    ...(earlierAt !== undefined && {
      earlier: { at: earlierAt, seen: readIDs(readObject(raw.earlier)?.seen) ?? [] },
    }),
  };
}

function readIDs(value: unknown): string[] | undefined {
  return readArray(value)?.flatMap((id) => readText(id) ?? []);
}

/** What a page says was typed. */
export function readWritten(value: unknown): Written | undefined {
  const raw = readObject(value);
  const chatID = readText(raw?.chatID);
  const text = readString(raw?.text);
  const at = readMoment(raw?.at);
  const from = readString(raw?.from);
  if (!chatID || text === undefined || at === undefined || from === undefined) return undefined;
  return { chatID, text, at, from };
}
