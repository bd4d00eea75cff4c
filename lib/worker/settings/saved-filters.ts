import type { Account, FilteredAccount } from '@/lib/model/chats/accounts';
import { withFilter } from '@/lib/model/list/search/same-filter';
import type { Handlers } from '@/lib/requests/bridge';
import type { Deps } from '@/lib/worker/core/session';

/** What concerns the filters a person keeps. */
export function createFilterHandlers({
  store,
}: Deps): Pick<Handlers, 'filterAccounts' | 'keepFilter'> {
  return {
    filterAccounts: async () => {
      const { accounts } = await store.read();
      return namedApart(Object.values(accounts));
    },
    keepFilter: async ({ filter, isKept }) => {
      await store.update((state) => ({
        ...state,
        filters: withFilter(state.filters, filter, isKept),
      }));
    },
  };
}

/** Accounts of networks that have several, each with a name that no other one has. */
function namedApart(accounts: readonly Account[]): FilteredAccount[] {
  const several = accounts.filter(({ id, network }) =>
    accounts.some((other) => other.network === network && other.id !== id),
  );
  const named = several.map(({ id, network, name }) => ({
    id,
    name: name ? `${network} (${name})` : network,
  }));
  return named.map((account, index) => {
    const isShared = named.some(({ id, name }) => name === account.name && id !== account.id);
    return isShared ? { ...account, name: `${account.name} ${index + 1}` } : account;
  });
}
