import type { Chats } from './merge';

/** One network account of the person. */
export interface Account {
  id: string;
  network: string;
  /** Their own user id there, to tell their messages from others'. */
  selfID?: string;
  /** Whose it is, to tell it from another of the same network: a handle, a number, a name. */
  name?: string;
}

/** By account id. */
export type AccountMap = Readonly<Record<string, Account>>;

/** An account by which a person filters chats. */
export interface FilteredAccount {
  id: string;
  /** As it is told apart from the others of its network. */
  name: string;
}

/**
 * The accounts that chats are known of. Of several of one network each has the name it was told
 * with, once that is so; whoever was not told of has its id, which nobody knows it by.
 */
export function knownAccounts(chats: Chats, told?: readonly FilteredAccount[]): FilteredAccount[] {
  const networks = new Map<string, string>();
  for (const { accountID, network } of chats.values()) {
    if (accountID) networks.set(accountID, network || accountID);
  }
  const all = [...networks];
  return all
    .map(([id, network]) => {
      const isOnly = all.filter(([, other]) => other === network).length === 1;
      if (isOnly || !told) return { id, name: network };
      const named = told.find((account) => account.id === id);
      return { id, name: named?.name ?? `${network} (${id})` };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
