import { readArray, readObject, readText } from '../read';
import { networkName } from './network-name';

/** One network account of the person. */
export interface Account {
  id: string;
  network: string;
  /** Their own user id there, to tell their messages from others'. */
  selfID?: string;
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
  const selfID = readText(readObject(raw.user)?.id);
  return { id, network, ...(selfID && { selfID }) };
}

/** By account id. */
export type AccountMap = Readonly<Record<string, Account>>;
