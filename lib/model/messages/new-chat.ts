import { readArray, readObject, readOneOf, readString, readText } from '@/lib/base/parse';
import type { Chats } from '@/lib/model/chats/merge';

/** An account to start a chat in. */
export interface AccountChoice {
  id: string;
  network: string;
  /** The person's own name there, to tell two accounts of one network apart. */
  name?: string;
}

/** The accounts that chats are in. */
export function accountsOf(chats: Chats): AccountChoice[] {
  const networks = new Map<string, string>();
  for (const { accountID, network } of chats.values()) networks.set(accountID, network);
  networks.delete('');
  return [...networks].map(([id, network]) => ({ id, network: network || id }));
}

/** Somebody to write to. */
export interface Contact {
  id: string;
  name: string;
  /** Number, address or user name, where that is not the name. */
  handle?: string;
}

export function readContact(value: unknown): Contact | undefined {
  const raw = readObject(value);
  const id = readText(raw?.id);
  const handle = readText(raw?.handle);
  return id ? { id, name: readText(raw?.name) ?? id, ...(handle && { handle }) } : undefined;
}

/** `known`: those Beeper has already, at once. `network`: whoever is found there, in seconds. */
const PLACES = ['known', 'network'] as const;

export interface ContactQuery {
  accountID: string;
  query: string;
  where: (typeof PLACES)[number];
}

export interface NewChat {
  /** Made where it was pressed, so that a repeated request is known as one. */
  id: string;
  accountID: string;
  /** One for a direct chat, more for a group. */
  people: readonly string[];
  /** Of a group; empty: it is called by its people. */
  title: string;
  /** The first message; empty: none. */
  text: string;
}

export function readContactQuery(value: unknown): ContactQuery | undefined {
  const raw = readObject(value);
  const accountID = readText(raw?.accountID);
  const query = readString(raw?.query)?.trim();
  const where = readOneOf(raw?.where, PLACES);
  return accountID && query !== undefined && where ? { accountID, query, where } : undefined;
}

export function readNewChat(value: unknown): NewChat | undefined {
  const raw = readObject(value);
  const id = readText(raw?.id);
  const accountID = readText(raw?.accountID);
  const people = readArray(raw?.people)?.map(readText);
  const title = readString(raw?.title)?.trim();
  const text = readString(raw?.text)?.trim();
  if (!id || !accountID || !people?.length || title === undefined || text === undefined) {
    return undefined;
  }
  const ids = people.filter((person) => person !== undefined);
  return ids.length === people.length ? { id, accountID, people: ids, title, text } : undefined;
}
