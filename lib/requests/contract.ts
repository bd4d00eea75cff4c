import { CompanionError, type ErrorCode } from '@/lib/base/errors';
import {
  readArray,
  readBoolean,
  readObject,
  readOneOf,
  readString,
  readText,
} from '@/lib/base/parse';
import { readLiveEvents, type SocketRequests } from '@/lib/beeper/live/events';
import { type RequestedActions, readPendingIntent } from '@/lib/model/actions/intent';
import type { FilteredAccount } from '@/lib/model/chats/accounts';
import { type Filter, readFilter } from '@/lib/model/list/filter';
import {
  type MessageHit,
  type MessageSearch,
  readMessageSearch,
} from '@/lib/model/list/search/message-search';
import type { MessagePage } from '@/lib/model/messages/conversation';
import type { Details } from '@/lib/model/messages/details';
import type { Written } from '@/lib/model/messages/draft';
import {
  type AccountChoice,
  type Contact,
  type ContactQuery,
  type NewChat,
  readContactQuery,
  readNewChat,
} from '@/lib/model/messages/new-chat';
import { readWritten } from '@/lib/model/messages/parse-drafts';
import type { Pressed } from '@/lib/model/messages/reply';
import { QUIET_DURATIONS, type QuietDuration } from '@/lib/model/quiet/override';
import { readRemindChoice, type RemindChoice } from '@/lib/model/reminders/last-choice';
import { readSettingsChange, type SettingsChange } from '@/lib/model/settings/settings';
import { readSide, type Side } from '@/lib/model/settings/sync';

/**
 * Everything a page may ask of the worker, by what the person wants. What came of it is read from
 * the stored snapshot, which is where everyone looks; only `Answers` are given back.
 */
export interface Requests extends SocketRequests {
  /** Polls now, unless a poll ended a moment ago. */
  refresh: null;
  /** The list is still being looked at: polls, unless Beeper tells by itself what happens. */
  keepFresh: null;
  /** Polls now, whatever Beeper asked to wait for: the person does not want to. */
  tryAgain: null;
  /** Stores intents, all of one act, and sends them on; `undoes`: the act they take back. */
  act: RequestedActions;
  /** Sends given-up or waiting intents again, now. */
  retry: { ids: readonly string[] };
  /** Gives up intents: the old state is the wanted one. */
  dismiss: { ids: readonly string[] };
  /** Keeps what is typed; `isLeft`: the field is closed now. */
  saveDraft: Written & { isLeft: boolean };
  /** Puts words below what is begun in the chat; those that stand there already are not put twice. */
  addToDraft: { chatID: string; text: string };
  /** Sends what is typed, once, however often it is asked for under this id. */
  sendReply: Pressed;
  /** Somebody is about to write in the chat: learns what is begun there, and what has arrived. */
  openReply: { chatID: string };
  /** The accounts in which a chat can be started. */
  accounts: null;
  /** Looks for people on a network: among those Beeper knows, or on the network itself. */
  contacts: ContactQuery;
  /** Starts a chat, once, however often it is asked for under this id. */
  newChat: NewChat;
  /** Shows the chat in Beeper, at a message of it if one is named. */
  openChat: { chatID: string; messageID?: string };
  /** Fetches the last message of chats of which only their place in a list is known. */
  preview: { chatIDs: readonly string[] };
  /** Says whose pictures are drawn, and fetches those that are missing. */
  avatars: { chatIDs: readonly string[] };
  /** Finds chats by title at Beeper, for those not known here yet. */
  search: { query: string };
  /** Finds messages at Beeper in which all of the words occur, in these accounts' chats or in all. */
  searchMessages: MessageSearch;
  /** The person's accounts, of which chats alone do not tell all. */
  filterAccounts: null;
  /** Keeps a filter at hand, or does so no more. */
  keepFilter: { filter: Filter; isKept: boolean };
  /** Messages of a chat, the newest or those before a cursor, without marking them as read. */
  peek: { chatID: string; cursor?: string };
  /** What there is to know of a chat. */
  details: { chatID: string };
  /** Checks address and token and keeps them. An empty token means the one already kept. */
  connect: { baseUrl: string; token: string };
  /** Looks who answers at the addresses Beeper is known to use. */
  find: null;
  /** The person opens Beeper because it is away. */
  openingBeeper: null;
  /** Opens Beeper's page of consent in a tab, or shows it. An empty address: wherever Beeper is. */
  signIn: { baseUrl: string };
  /** The tab has come to this address. */
  finishSignIn: { address: string };
  /** The tab was closed. */
  cancelSignIn: null;
  /** Forgets address, token and every chat. */
  disconnect: null;
  /** Somebody has the popup open, and sees what is unread. */
  sawUnread: null;
  /** Leaves the person alone from now on, or no longer. */
  setQuiet: { wish: QuietDuration };
  /** Shows a notification, to see whether any are seen. */
  testNotification: null;
  /** Changes some; the others stay as they are, whatever the page last saw. */
  saveSettings: SettingsChange;
  /** Has the browser carry the settings to the person's other browsers, or no longer. */
  setSync: { isOn: boolean };
  /** Has back the settings that gave way as it was switched on; `null`: they are not wanted back. */
  settleSync: { bring: Side | null };
  /** Puts the newer version in now. */
  applyUpdate: null;
  /** Somebody chose to be reminded so, and may want the same again. */
  rememberChoice: RemindChoice;
}

export type RequestName = keyof Requests;

/** What is only looked at, once, and not kept. */
export interface Answers {
  accounts: readonly AccountChoice[];
  contacts: readonly Contact[];
  newChat: { chatID: string; title: string };
  /** `null`: this Beeper cannot. */
  searchMessages: readonly MessageHit[] | null;
  filterAccounts: readonly FilteredAccount[];
  peek: MessagePage;
  details: Details;
}

export type AnswerTo<N extends RequestName> = N extends keyof Answers ? Answers[N] : void;

export type Reply = { ok: true; answer?: unknown } | { ok: false; code: ErrorCode };

/** How each request is read from outside; a request without its reader does not compile. */
export const READERS: { [N in RequestName]: (payload: unknown) => Requests[N] | undefined } = {
  refresh: () => null,
  keepFresh: () => null,
  tryAgain: () => null,
  act: (payload) => {
    const intents = readList(payload, 'intents', readPendingIntent);
    const undoes = readText(readObject(payload)?.undoes);
    return intents && { intents, ...(undoes && { undoes }) };
  },
  retry: readIDs,
  dismiss: readIDs,
  openChat: (payload) => {
    const wanted = readChatID(payload);
    const messageID = readText(readObject(payload)?.messageID);
    return wanted && { ...wanted, ...(messageID && { messageID }) };
  },
  saveDraft: (payload) => {
    const written = readWritten(payload);
    return written && { ...written, isLeft: readObject(payload)?.isLeft === true };
  },
  addToDraft: (payload) => {
    const wanted = readChatID(payload);
    const text = readText(readObject(payload)?.text);
    return wanted && text ? { ...wanted, text } : undefined;
  },
  sendReply: (payload) => {
    const written = readWritten(payload);
    const id = readText(readObject(payload)?.id);
    return written && id ? { ...written, id } : undefined;
  },
  openReply: readChatID,
  accounts: () => null,
  contacts: readContactQuery,
  newChat: readNewChat,
  preview: readChatIDs,
  avatars: readChatIDs,
  search: (payload) => {
    const query = readText(readObject(payload)?.query);
    return query ? { query } : undefined;
  },
  searchMessages: readMessageSearch,
  filterAccounts: () => null,
  keepFilter: (payload) => {
    const raw = readObject(payload);
    const filter = readFilter(raw?.filter);
    return filter && { filter, isKept: raw?.isKept === true };
  },
  peek: (payload) => {
    const wanted = readChatID(payload);
    const cursor = readText(readObject(payload)?.cursor);
    return wanted && { ...wanted, ...(cursor && { cursor }) };
  },
  details: readChatID,
  connect: (payload) => {
    const raw = readObject(payload);
    const baseUrl = readString(raw?.baseUrl);
    const token = readString(raw?.token);
    return baseUrl === undefined || token === undefined ? undefined : { baseUrl, token };
  },
  find: () => null,
  openingBeeper: () => null,
  signIn: (payload) => {
    const baseUrl = readString(readObject(payload)?.baseUrl);
    return baseUrl === undefined ? undefined : { baseUrl };
  },
  finishSignIn: (payload) => {
    const address = readString(readObject(payload)?.address);
    return address ? { address } : undefined;
  },
  cancelSignIn: () => null,
  disconnect: () => null,
  socketOpening: () => null,
  socketOpened: () => null,
  socketClosed: (payload) => {
    const wasOpen = readBoolean(readObject(payload)?.wasOpen);
    return wasOpen === undefined ? undefined : { wasOpen };
  },
  liveEvents: readLiveEvents,
  stay: () => null,
  sawUnread: () => null,
  setQuiet: (payload) => {
    const wish = readOneOf(readObject(payload)?.wish, QUIET_DURATIONS);
    return wish && { wish };
  },
  testNotification: () => null,
  saveSettings: readSettingsChange,
  setSync: (payload) => {
    const isOn = readBoolean(readObject(payload)?.isOn);
    return isOn === undefined ? undefined : { isOn };
  },
  settleSync: (payload) => {
    const asked = readObject(payload)?.bring;
    const bring = asked === null ? null : readSide(asked);
    return bring === undefined ? undefined : { bring };
  },
  applyUpdate: () => null,
  rememberChoice: readRemindChoice,
};

export function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(READERS, name);
}

export function replyOfError(error: unknown): Reply {
  return { ok: false, code: error instanceof CompanionError ? error.code : 'ownFault' };
}

function readChatID(payload: unknown): { chatID: string } | undefined {
  const chatID = readString(readObject(payload)?.chatID);
  return chatID ? { chatID } : undefined;
}

function readIDs(payload: unknown): { ids: readonly string[] } | undefined {
  const ids = readList(payload, 'ids', readString);
  return ids && { ids };
}

function readChatIDs(payload: unknown): { chatIDs: readonly string[] } | undefined {
  const chatIDs = readList(payload, 'chatIDs', readString);
  return chatIDs && { chatIDs };
}

/** A list in which every item can be read; one that cannot makes the whole unreadable. */
function readList<T>(
  payload: unknown,
  member: string,
  read: (value: unknown) => T | undefined,
): T[] | undefined {
  const items = readArray(readObject(payload)?.[member])?.map(read);
  return items?.every((item) => item !== undefined) ? items : undefined;
}
