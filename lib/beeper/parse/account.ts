import { type Json, readArray, readObject, readText } from '@/lib/base/parse';
import { networkName } from '@/lib/beeper/network-name';
import type { Account } from '@/lib/model/chats/accounts';

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
