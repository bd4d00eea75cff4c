import { Accounts } from '@beeper/desktop-api/resources/accounts';
import { Chats } from '@beeper/desktop-api/resources/chats';
import { Info } from '@beeper/desktop-api/resources/info';
import { Messages } from '@beeper/desktop-api/resources/messages';
import { createClient } from '@beeper/desktop-api/tree-shakable';

import type { Box } from '../chat';
import { CompanionError } from '../errors';
import { readArray, readObject, readText } from '../read';
import type { Clock } from '../time';
import { classify } from './classify';
import { guardFetch, type Reach } from './guarded-fetch';

/** Where Beeper listens and what opens it. Never leaves the worker. */
export interface Credentials {
  baseUrl: string;
  token: string;
}

export interface ApiEdge extends Reach {
  now: Clock;
  before?: () => Promise<void>;
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
  /** Left out: all of them. */
  inbox?: Box;
  unreadOnly?: boolean;
  /** Words of the title. */
  query?: string;
  cursor?: string | undefined;
}

export type BeeperApi = ReturnType<typeof createBeeperApi>;

const MAX_BYTES = 16 * 1024 * 1024;
const SEARCH_LIMIT = 200;
const VERSION_HEADER = 'x-beeper-desktop-version';

/**
 * The calls the companion makes, over the official SDK. Each resolves to unread JSON of a checked
 * outline or rejects with a CompanionError. Nothing is retried here: the SDK would repeat writes.
 */
export function createBeeperApi({ baseUrl, token }: Credentials, edge: ApiEdge) {
  let isBeeper = false;
  const client = createClient({
    resources: [Accounts, Chats, Info, Messages],
    baseURL: baseUrl,
    accessToken: token,
    fetch: guardFetch({
      ...edge,
      maxBytes: MAX_BYTES,
      onHeaders: (headers) => {
        const version = versionIn(headers);
        if (!version) return;
        isBeeper = true;
        edge.onVersion?.(version);
      },
    }),
    maxRetries: 0,
    timeout: edge.timeoutMs * 2,
    logLevel: 'off',
  });
  const ask = (call: () => Answering) => answerOf(call, edge.now);
  const askForList = (call: () => Answering) =>
    ask(call).catch((error: unknown) => explainList(error, isBeeper));
  return {
    info: () => ask(() => client.info.retrieve()).then(asObject),
    /** How far Beeper is with signing in and syncing; only builds after API 5.0.0 tell. */
    setup: () => ask(() => client.get('/v1/app/setup')).then(asObject),
    accounts: () => askForList(() => client.accounts.list()),
    newestChats: () => askForList(() => client.chats.list()).then(asPage),
    searchChats: (query: SearchQuery) =>
      askForList(() => client.chats.search(searchParams(query))).then(asPage),
    chat: (chatID: string) =>
      ask(() => client.chats.retrieve(chatID, { maxParticipantCount: 20 })).then(asObject),
    messages: (chatID: string) => ask(() => client.messages.list(chatID)).then(asPage),
    archive: (chatID: string, archived: boolean) =>
      ask(() => client.chats.archive(chatID, { archived })),
    markRead: (chatID: string) => ask(() => client.chats.markRead(chatID, {})),
    markUnread: (chatID: string) => ask(() => client.chats.markUnread(chatID, {})),
    mute: (chatID: string, isMuted: boolean) => ask(() => client.chats.update(chatID, { isMuted })),
    /** The member that names the moment depends on the server's age (see `Features.reminderForm`). */
    remind: (chatID: string, reminder: Readonly<Record<string, unknown>>) =>
      ask(() =>
        client.post(`/v1/chats/${encodeURIComponent(chatID)}/reminders`, { body: { reminder } }),
      ),
    clearReminder: (chatID: string) => ask(() => client.chats.reminders.delete(chatID)),
    focus: (chatID?: string) => ask(() => client.focus(chatID ? { chatID } : {})),
  };
}

interface Answering {
  asResponse(): Promise<Response>;
}

async function answerOf(call: () => Answering, now: Clock): Promise<unknown> {
  const response = await sent(call).catch((error: unknown) => {
    throw classify(error, now());
  });
  if (response.status === 204) return undefined;
  // An empty list from another program must not pass for an empty inbox.
  if (!isJson(response.headers)) throw new CompanionError('badAnswer');
  return response.json().catch(() => {
    throw new CompanionError('badAnswer');
  });
}

/** An id that no address can hold throws before anything is sent. */
async function sent(call: () => Answering): Promise<Response> {
  return call().asResponse();
}

function isJson(headers: Headers): boolean {
  return /json/i.test(headers.get('content-type') ?? 'json');
}

/** What an error means when no chat was asked for, and nothing was to be changed. */
function explainList(error: unknown, isBeeper: boolean): never {
  const code = error instanceof CompanionError ? error.code : undefined;
  if (code === 'chatGone') throw new CompanionError(isBeeper ? 'tooOld' : 'notBeeper');
  // There is nothing of ours in such a request to be refused.
  if (code === 'refused') throw new CompanionError('serverTrouble');
  // Not even reading is allowed.
  throw code === 'readOnly' ? new CompanionError('tokenRejected') : error;
}

function searchParams({ inbox, unreadOnly, query, cursor }: SearchQuery) {
  return {
    limit: SEARCH_LIMIT,
    ...(inbox && { inbox }),
    ...(unreadOnly && { unreadOnly }),
    // Said to be what is searched anyway; some search the people as well.
    ...(query && { query, scope: 'titles' as const }),
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

export function versionIn(headers: Headers): string | undefined {
  return readVersion(headers.get(VERSION_HEADER));
}

export function readVersion(value: unknown): string | undefined {
  const version = readText(value);
  return version && /^[\w.+-]{1,40}$/.test(version) ? version : undefined;
}
