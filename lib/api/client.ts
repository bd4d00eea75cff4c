import { Accounts } from '@beeper/desktop-api/resources/accounts';
import { Chats } from '@beeper/desktop-api/resources/chats';
import { Info } from '@beeper/desktop-api/resources/info';
import { Messages } from '@beeper/desktop-api/resources/messages';
import { createClient } from '@beeper/desktop-api/tree-shakable';

import type { Box } from '../chat';
import { CompanionError } from '../errors';
import { readArray, readObject, readText } from '../read';
import { type Clock, SECOND } from '../time';
import { classify } from './classify';
import { guardFetch } from './guarded-fetch';

/** Where Beeper listens and what opens it. Never leaves the worker. */
export interface Credentials {
  baseUrl: string;
  token: string;
}

export interface ApiEdge {
  fetch: typeof fetch;
  now: Clock;
  /** Called with the app's version whenever an answer names it. */
  onVersion?: (version: string) => void;
}

/** One page of raw items, not yet read. */
export interface Page {
  items: readonly unknown[];
  /** Cursor of the next older page; left out on the last one. */
  next?: string;
}

export interface SearchQuery {
  inbox: Box;
  unreadOnly?: boolean;
  cursor?: string | undefined;
}

export type BeeperApi = ReturnType<typeof createBeeperApi>;

const REQUEST_TIMEOUT = 10 * SECOND;
const MAX_BYTES = 16 * 1024 * 1024;
const SEARCH_LIMIT = 200;
const VERSION_HEADER = 'x-beeper-desktop-version';

/**
 * The calls the companion makes, over the official SDK. Each resolves to unread JSON of a checked
 * outline or rejects with a CompanionError. Nothing is retried here: the SDK would repeat writes.
 */
export function createBeeperApi({ baseUrl, token }: Credentials, edge: ApiEdge) {
  const client = createClient({
    resources: [Accounts, Chats, Info, Messages],
    baseURL: baseUrl,
    accessToken: token,
    fetch: guardFetch({
      fetch: edge.fetch,
      timeoutMs: REQUEST_TIMEOUT,
      maxBytes: MAX_BYTES,
      onHeaders: (headers) => reportVersion(headers, edge),
    }),
    maxRetries: 0,
    timeout: REQUEST_TIMEOUT * 2,
    logLevel: 'off',
  });
  const ask = (call: Answering) => answerOf(call, edge.now);
  const askForList = (call: Answering) => ask(call).catch(unlessUnknown);
  return {
    info: () => ask(client.info.retrieve()).then(asObject),
    accounts: () => askForList(client.accounts.list()),
    newestChats: () => askForList(client.chats.list()).then(asPage),
    searchChats: (query: SearchQuery) =>
      askForList(client.chats.search(searchParams(query))).then(asPage),
    chat: (chatID: string) =>
      ask(client.chats.retrieve(chatID, { maxParticipantCount: 20 })).then(asObject),
    messages: (chatID: string) => ask(client.messages.list(chatID)).then(asPage),
    archive: (chatID: string, archived: boolean) => ask(client.chats.archive(chatID, { archived })),
    markRead: (chatID: string) => ask(client.chats.markRead(chatID, {})),
    markUnread: (chatID: string) => ask(client.chats.markUnread(chatID, {})),
    /** The member that names the moment depends on the server's age (see `Features.reminderForm`). */
    remind: (chatID: string, reminder: Readonly<Record<string, unknown>>) =>
      ask(client.post(`/v1/chats/${encodeURIComponent(chatID)}/reminders`, { body: { reminder } })),
    clearReminder: (chatID: string) => ask(client.chats.reminders.delete(chatID)),
    focus: (chatID?: string) => ask(client.focus(chatID ? { chatID } : {})),
  };
}

interface Answering {
  asResponse(): Promise<Response>;
}

async function answerOf(call: Answering, now: Clock): Promise<unknown> {
  const response = await call.asResponse().catch((error: unknown) => {
    throw classify(error, now());
  });
  if (response.status === 204) return undefined;
  // An empty list from another program must not pass for an empty inbox.
  if (!isJson(response.headers)) throw new CompanionError('badAnswer');
  return response.json().catch(() => {
    throw new CompanionError('badAnswer');
  });
}

function isJson(headers: Headers): boolean {
  return /json/i.test(headers.get('content-type') ?? 'json');
}

/** No chat was asked for: where these lists are not to be found, something else answers. */
function unlessUnknown(error: unknown): never {
  const isUnknown = error instanceof CompanionError && error.code === 'chatGone';
  throw isUnknown ? new CompanionError('notBeeper') : error;
}

function searchParams({ inbox, unreadOnly, cursor }: SearchQuery) {
  return {
    inbox,
    limit: SEARCH_LIMIT,
    ...(unreadOnly && { unreadOnly }),
    ...(cursor && { cursor, direction: 'before' as const }),
  };
}

function asObject(answer: unknown): Readonly<Record<string, unknown>> {
  const object = readObject(answer);
  if (!object) throw new CompanionError('badAnswer');
  return object;
}

function asPage(answer: unknown): Page {
  const items = readArray(readObject(answer)?.items);
  if (!items) throw new CompanionError('badAnswer');
  const raw = asObject(answer);
  const next = raw.hasMore === true ? readText(raw.oldestCursor) : undefined;
  return { items, ...(next && { next }) };
}

function reportVersion(headers: Headers, { onVersion }: ApiEdge): void {
  const version = headers.get(VERSION_HEADER)?.trim();
  if (version && /^[\w.+-]{1,40}$/.test(version)) onVersion?.(version);
}
