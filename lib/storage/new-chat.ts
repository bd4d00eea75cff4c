import { readArray, readObject, readString } from '@/lib/base/parse';
import { type Contact, readContact } from '@/lib/model/messages/new-chat';
import { forgetForSession, keepForSession, keptForSession } from './session';

/** What somebody has entered for a chat that is not there yet. */
export interface BegunChat {
  /** Empty: the first there is. */
  accountID: string;
  people: readonly Contact[];
  /** Who is being looked for. */
  query: string;
  title: string;
  text: string;
}

export const NOTHING_BEGUN: BegunChat = {
  accountID: '',
  people: [],
  query: '',
  title: '',
  text: '',
};

const KEY = 'newChat';

/** Kept until it is begun, emptied, or the browser is closed: a popup closes with every click beside it. */
export function keepBegunChat(begun: BegunChat): Promise<void> {
  return saysNothing(begun) ? forgetBegunChat() : keepForSession(KEY, begun);
}

export async function loadBegunChat(): Promise<BegunChat> {
  return readBegunChat(await keptForSession(KEY)) ?? NOTHING_BEGUN;
}

export function forgetBegunChat(): Promise<void> {
  return forgetForSession(KEY);
}

function saysNothing({ people, query, title, text }: BegunChat): boolean {
  return people.length === 0 && [query, title, text].every((words) => !words.trim());
}

export function readBegunChat(value: unknown): BegunChat | undefined {
  const raw = readObject(value);
  if (!raw) return undefined;
  return {
    accountID: readString(raw.accountID) ?? '',
    people: readArray(raw.people)?.flatMap((person) => readContact(person) ?? []) ?? [],
    query: readString(raw.query) ?? '',
    title: readString(raw.title) ?? '',
    text: readString(raw.text) ?? '',
  };
}
