import { readArray, readObject, readText } from '@/lib/base/parse';
import { cut, toLine } from '@/lib/text/clip';
import type { AccountChoice, Contact } from '@/lib/model/messages/new-chat';
import { readAccounts } from './account';

const LONGEST_NAME = 100;

/** Those who can be written to; oneself and those who cannot are left out. */
export function readContacts(items: readonly unknown[]): Contact[] {
  return items.flatMap((item) => readContact(item) ?? []);
}

function readContact(value: unknown): Contact | undefined {
  const raw = readObject(value);
  const id = readText(raw?.id);
  if (!raw || !id || raw.isSelf === true || raw.cannotMessage === true) return undefined;
  const names = [raw.fullName, raw.username, raw.phoneNumber, raw.email].flatMap(
    (name) => nameIn(name) ?? [],
  );
  const [name = cut(toLine(id), LONGEST_NAME), handle] = names;
  return { id, name, ...(handle && { handle }) };
}

/**
 * The accounts by network; where one is there twice, with what tells them apart.
 *
 * @param known those that chats are in: Beeper does not list every account (iMessage)
 */
export function readAccountChoices(
  value: unknown,
  known: readonly AccountChoice[] = [],
): AccountChoice[] | undefined {
  const items = readArray(value) ?? readArray(readObject(value)?.items) ?? [];
  const names = new Map(items.map((item) => [readObject(item)?.accountID, ownName(item)]));
  const listed = readAccounts(value)?.map(({ id, network }) => ({ id, network }));
  const accounts = listed && [...listed, ...known.filter(({ id }) => !names.has(id))];
  return accounts
    ?.map(({ id, network }) => {
      const rivals = accounts.filter((other) => other.network === network && other.id !== id);
      if (rivals.length === 0) return { id, network };
      const isNamesake = rivals.some((other) => names.get(other.id) === names.get(id));
      return { id, network, name: (isNamesake ? undefined : names.get(id)) ?? id };
    })
    .toSorted((a, b) => a.network.localeCompare(b.network));
}

function ownName(account: unknown): string | undefined {
  const user = readObject(readObject(account)?.user);
  const told = [user?.fullName, user?.username, user?.phoneNumber, user?.email];
  return told.map(nameIn).find((name) => name !== undefined);
}

function nameIn(value: unknown): string | undefined {
  return cut(toLine(readText(value) ?? ''), LONGEST_NAME) || undefined;
}
