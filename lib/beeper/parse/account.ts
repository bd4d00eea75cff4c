import { type Json, readArray, readObject, readText } from '@/lib/base/parse';
import { networkName } from '@/lib/beeper/network-name';

/** One network account of the person. */
export interface Account {
  id: string;
  network: string;
  /** Their own user id there, to tell their messages from others'. */
  selfID?: string;
  /** Whose it is, to tell it from another of the same network: a handle, a number, a name. */
  name?: string;
}

export function readAccounts(value: unknown): Account[] | undefined {
  const list = readArray(value) ?? readArray(readObject(value)?.items);
  return list?.flatMap((item) => readAccount(item) ?? []);
}

function readAccount(value: unknown): Account | undefined {
  const raw = readObject(value);
  const id = readText(raw?.accountID);
  if (!raw || !id) return undefined;
  const bridge = readText(readObject(raw.bridge)?.type);
  const network = readText(raw.network) ?? networkName(bridge ?? id);
  const user = readObject(raw.user);
  const selfID = readText(user?.id);
  const name = nameOf(user);
  return { id, network, ...(selfID && { selfID }), ...(name && { name }) };
}

function nameOf(user: Json | undefined): string | undefined {
  return [user?.username, user?.phoneNumber, user?.email, user?.fullName]
    .map(readText)
    .find((name) => name !== undefined);
}

/** By account id. */
export type AccountMap = Readonly<Record<string, Account>>;
