import type { Chats } from './inbox';

export interface KnownAccount {
  id: string;
  /** Its network, and its id as well where there are several of that network. */
  name: string;
}

/** The accounts that chats are known of, by name. */
export function knownAccounts(chats: Chats): KnownAccount[] {
  const networks = new Map<string, string>();
  for (const { accountID, network } of chats.values()) {
    if (accountID) networks.set(accountID, network || accountID);
  }
  const all = [...networks];
  return all
    .map(([id, network]) => {
      const isOnly = all.filter(([, other]) => other === network).length === 1;
      return { id, name: isOnly ? network : `${network} (${id})` };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}
