import { Accounts } from '@beeper/desktop-api/resources/accounts';
import { Chats } from '@beeper/desktop-api/resources/chats';
import { Info } from '@beeper/desktop-api/resources/info';
import { Messages } from '@beeper/desktop-api/resources/messages';
import { createClient } from '@beeper/desktop-api/tree-shakable';

import { CompanionError } from '@/lib/base/errors';
import { readArray, readObject, readText } from '@/lib/base/parse';
import { type Clock, SECOND } from '@/lib/base/time';
import type { Box } from '@/lib/model/chats/chat';
import type { StartForm } from '@/lib/model/chats/features';
import { classify } from './classify';
import { type FetchGuards, guardFetch, type HttpOptions } from './guarded-fetch';
import { readSortKey } from './parse/message';

/** Where Beeper listens and what opens it. Never leaves the worker. */
export interface Credentials {
  baseUrl: string;
  token: string;
}

export interface ApiOptions extends HttpOptions {
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
  /** Only chats with activity after this moment, ms. */
  activeAfter?: number;
  /** Words of the title. */
  query?: string;
  cursor?: string | undefined;
  /** 1 to 200 */
  limit?: number;
}

/** Words of messages, all of which have to occur. */
export interface MessageQuery {
  query: string;
  /** Left out: of all accounts. */
  accountIDs?: string[];
  chatType?: 'single' | 'group';
}

/** Messages, and by its id each chat that one of them is in; not yet read. */
export interface MessagePage extends Page {
  chats: Readonly<Record<string, unknown>>;
}

/** What of a chat is ours to change. */
export interface ChatChange {
  isMuted?: boolean;
  isPinned?: boolean;
  isLowPriority?: boolean;
}

export type BeeperApi = ReturnType<typeof createBeeperApi>;

const MAX_BYTES = 16 * 1024 * 1024;
/** The most a page can hold. */
export const PAGE_SIZE = 200;
const MAX_PICTURE_BYTES = 4 * 1024 * 1024;
const CONTACTS_PATIENCE = 4 * SECOND;
const VERSION_HEADER = 'x-beeper-desktop-version';

/**
 * The calls the companion makes, over the official SDK. Each resolves to unread JSON of a checked
 * outline or rejects with a CompanionError. Nothing is retried here: the SDK would repeat writes.
 */
export function createBeeperApi({ baseUrl, token }: Credentials, environment: ApiOptions) {
  let isBeeper = false;
  const guards: Omit<FetchGuards, 'maxBytes'> = {
    ...environment,
    onHeaders: (headers) => {
      const version = versionIn(headers);
      if (!version) return;
      isBeeper = true;
      environment.onVersion?.(version);
    },
  };
  const clientWith = (own: Partial<FetchGuards>) =>
    createClient({
      resources: [Accounts, Chats, Info, Messages],
      baseURL: baseUrl,
      accessToken: token,
      fetch: guardFetch({ ...guards, maxBytes: MAX_BYTES, ...own }),
      maxRetries: 0,
      timeout: environment.timeoutMs * 2,
      logLevel: 'off',
    });
  const client = clientWith({});
  const pictures = clientWith({ maxBytes: MAX_PICTURE_BYTES, tooLarge: 'refused' });
  /** A network that is asked for contacts may hang for ever (docs/beeper-api.md). */
  const askers = clientWith({ timeoutMs: CONTACTS_PATIENCE });
  /** What may not be done twice has a connection of its own (lib/browser/fresh-connection.ts). */
  const sender = clientWith({ init: { credentials: 'include' } });
  const ask = (call: () => Answering) => answerOf(call, environment.now);
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
    /** @param people of how many it is to tell; 0 to 500 */
    chat: (chatID: string, people = 20) =>
      ask(() => client.chats.retrieve(chatID, { maxParticipantCount: people })).then(asObject),
    /** Newest first, from the cursor back. */
    messages: (chatID: string, cursor?: string) =>
      ask(() => client.messages.list(chatID, cursor ? { cursor, direction: 'before' } : {})).then(
        asConversationPage,
      ),
    /** The newest twenty, from muted chats and such of low priority too. */
    searchMessages: (query: MessageQuery) =>
      askForList(() => client.messages.search({ ...query, excludeLowPriority: false })).then(
        asMessagePage,
      ),
    archive: (chatID: string, archived: boolean) =>
      ask(() => client.chats.archive(chatID, { archived })),
    markRead: (chatID: string) => ask(() => client.chats.markRead(chatID, {})),
    markUnread: (chatID: string) => ask(() => client.chats.markUnread(chatID, {})),
    /** Mutes it, pins it, or says how much it matters. */
    change: (chatID: string, change: ChatChange) => ask(() => client.chats.update(chatID, change)),
    /** The member that names the moment depends on the server's age (see `Features.reminderForm`). */
    remind: (chatID: string, reminder: Readonly<Record<string, unknown>>) =>
      ask(() =>
        client.post(`/v1/chats/${encodeURIComponent(chatID)}/reminders`, { body: { reminder } }),
      ),
    clearReminder: (chatID: string) => ask(() => client.chats.reminders.delete(chatID)),
    /** The file at an address of Beeper's own storage. */
    picture: (url: string) =>
      bytesOf(
        () => pictures.get('/v1/assets/serve', { query: { url }, headers: ANY_FILE }),
        environment.now,
      ),
    send: (chatID: string, text: string) =>
      ask(() => sender.messages.send(chatID, { text })).then(asTaken),
    /** `null` takes away what is begun there; anything else is only taken where nothing is. */
    setDraft: (chatID: string, text: string | null) =>
      ask(() => client.chats.update(chatID, { draft: text === null ? null : { text } })).then(
        asObject,
      ),
    /** Those Beeper knows already; all of them without words. */
    contacts: (accountID: string, query: string) =>
      ask(() =>
        askers.accounts.contacts.list(accountID, { limit: 50, ...(query && { query }) }),
      ).then(asPage),
    /** Those the network finds, too. */
    findContacts: (accountID: string, query: string) =>
      ask(() => askers.accounts.contacts.search(accountID, { query })).then(asPage),
    /** A chat with one person; which form a server takes depends on its age (`Features.startForm`). */
    startChat: (chat: NewSingle, form: StartForm) =>
      ask(() => start(sender, chat, form)).then(asObject),
    createGroup: (group: NewGroup) =>
      ask(() => sender.chats.create({ type: 'group', ...group })).then(asObject),
    focus: (chatID?: string, messageID?: string) =>
      ask(() => client.focus({ ...(chatID && { chatID }), ...(messageID && { messageID }) })),
  };
}

export interface NewSingle {
  accountID: string;
  userID: string;
  messageText?: string;
}

export interface NewGroup {
  accountID: string;
  participantIDs: string[];
  title?: string;
  messageText?: string;
}

function start(
  client: { chats: Chats; post(path: string, options: { body: unknown }): Answering },
  { accountID, userID, ...rest }: NewSingle,
  form: StartForm,
): Answering {
  const user = { id: userID };
  if (form === 'start') return client.chats.start({ accountID, user, ...rest });
  if (form === 'create') {
    return client.chats.create({ accountID, type: 'single', participantIDs: [userID], ...rest });
  }
  return client.post('/v1/chats', { body: { accountID, mode: 'start', user, ...rest } });
}

interface Answering {
  asResponse(): Promise<Response>;
}

const ANY_FILE = { accept: 'application/octet-stream' };

async function bytesOf(call: () => Answering, now: Clock): Promise<Uint8Array<ArrayBuffer>> {
  const response = await responseTo(call, now);
  return new Uint8Array(await response.arrayBuffer());
}

async function answerOf(call: () => Answering, now: Clock): Promise<unknown> {
  const response = await responseTo(call, now);
  if (response.status === 204) return undefined;
  // An empty list from another program must not pass for an empty inbox.
  if (!isJson(response.headers)) throw new CompanionError('badAnswer');
  return response.json().catch(() => {
    throw new CompanionError('badAnswer');
  });
}

async function responseTo(call: () => Answering, now: Clock): Promise<Response> {
  return sent(call).catch((error: unknown) => {
    throw classify(error, now());
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

function searchParams(wanted: SearchQuery) {
  const { inbox, unreadOnly, activeAfter, query, cursor, limit = PAGE_SIZE } = wanted;
  return {
    limit,
    ...(inbox && { inbox }),
    ...(unreadOnly && { unreadOnly }),
    ...(activeAfter !== undefined && { lastActivityAfter: new Date(activeAfter).toISOString() }),
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

/** Beeper names the message it has taken; an answer without it says nothing of ours. */
function asTaken(answer: unknown): void {
  if (!readText(asObject(answer).pendingMessageID)) throw new CompanionError('badAnswer');
}

function asPage(answer: unknown): Page {
  const items = readArray(readObject(answer)?.items);
  if (!items) throw new CompanionError('badAnswer');
  const raw = asObject(answer);
  const next = raw.hasMore === true ? readText(raw.oldestCursor) : undefined;
  return { items, ...(next && { next }) };
}

function asMessagePage(answer: unknown): MessagePage {
  return { ...asPage(answer), chats: readObject(readObject(answer)?.chats) ?? {} };
}

/** Builds before 4.2.808 give no cursor: there the sort key of the last message leads on. */
function asConversationPage(answer: unknown): Page {
  const page = asPage(answer);
  if (page.next || asObject(answer).hasMore !== true) return page;
  const next = readSortKey(readObject(page.items.at(-1)) ?? {});
  return next ? { ...page, next } : page;
}

export function versionIn(headers: Headers): string | undefined {
  return readVersion(headers.get(VERSION_HEADER));
}

export function readVersion(value: unknown): string | undefined {
  const version = readText(value);
  return version && /^[\w.+-]{1,40}$/.test(version) ? version : undefined;
}
