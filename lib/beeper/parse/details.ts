import {
  type Json,
  readArray,
  readCount,
  readNumber,
  readObject,
  readText,
} from '@/lib/base/parse';
import { cut, toLine, toLines } from '@/lib/text/clip';
import type { Details, Person, Role } from '@/lib/model/messages/details';
import { readChat, readName, readPeople } from './chat';
import type { ReadContext } from './message';

const MAX_NAME = 120;
const MAX_DESCRIPTION = 600;

/** What a chat says of itself when it is asked for; `undefined` for what cannot be one. */
export function readDetails(value: unknown, context: ReadContext): Details | undefined {
  const raw = readObject(value);
  const chat = readChat(value, context);
  if (!raw || !chat) return undefined;
  const selfID = context.accounts[chat.accountID]?.selfID;
  const told = readPeople(raw).map((person) => readPerson(person, selfID));
  const people = [...new Map(told.map((person) => [person.id, person])).values()];
  const description = cut(toLines(readText(raw.description) ?? ''), MAX_DESCRIPTION);
  const expirySeconds = readNumber(raw.messageExpirySeconds) ?? 0;
  const total = readCount(readObject(raw.participants)?.total) ?? 0;
  return {
    title: chat.title,
    network: chat.network ?? '',
    people,
    peopleCount: Math.max(total, people.length),
    ...(description && { description }),
    ...(raw.isReadOnly === true && { isReadOnly: true }),
    ...(expirySeconds > 0 && { expirySeconds }),
  };
}

/** Who the person is at the account of a chat, of the list of all. Some accounts are not in it. */
export function readOwnName(accounts: unknown, accountID: string): string | undefined {
  const list = readArray(accounts) ?? readArray(readObject(accounts)?.items) ?? [];
  const account = list.map(readObject).find((one) => readText(one?.accountID) === accountID);
  const user = readObject(account?.user);
  return user && (toShort(readName(user)) || undefined);
}

function readPerson(raw: Json, selfID: string | undefined): Person {
  const name = toShort(readName(raw)) || toShort(readText(raw.id)) || '?';
  const other = (value: unknown) => {
    const text = toShort(readText(value));
    return text === name ? '' : text;
  };
  const [handle, phone, email] = [other(raw.username), other(raw.phoneNumber), other(raw.email)];
  return {
    id: readText(raw.id) ?? name,
    name,
    roles: rolesOf(raw, selfID),
    ...(handle && { handle }),
    ...(phone && { phone }),
    ...(email && { email }),
  };
}

function rolesOf(raw: Json, selfID: string | undefined): Role[] {
  const isSelf = raw.isSelf === true || (selfID !== undefined && readText(raw.id) === selfID);
  return [
    ...(isSelf ? ['you' as const] : []),
    ...(raw.isAdmin === true ? ['admin' as const] : []),
    ...(raw.isNetworkBot === true ? ['bot' as const] : []),
    ...(raw.isPending === true ? ['invited' as const] : []),
  ];
}

function toShort(text: string | undefined): string {
  return cut(toLine(text ?? ''), MAX_NAME);
}
