import { useEffect, useState } from 'preact/hooks';

import type { FilteredAccount } from '@/lib/model/chats/accounts';
import { ask } from '@/lib/requests/bridge';

/** Accounts of networks that have several, by name; `undefined` until the worker has told. */
export function useAccounts(): readonly FilteredAccount[] | undefined {
  const [accounts, setAccounts] = useState<readonly FilteredAccount[]>();
  useEffect(() => {
    // The page does without them.
    ask('filterAccounts', null).then(setAccounts, () => setAccounts([]));
  }, []);
  return accounts;
}
