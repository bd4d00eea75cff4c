import { useEffect } from 'preact/hooks';

import { showThisTab, watchTab } from '@/lib/browser/tabs';
import type { SignIn } from '@/lib/model/connection/sign-in';

interface Watch {
  onArrived(address: string): void;
  onClosed(): void;
}

/** While a sign-in is under way, watches its tab and comes back to the front when it is over. */
export function useSignIn(signIn: SignIn | null, { onArrived, onClosed }: Watch): void {
  useEffect(() => {
    if (!signIn) return undefined;
    let isOver = false;
    const once = (then: () => void) => {
      if (isOver) return;
      isOver = true;
      void showThisTab();
      then();
    };
    return watchTab(signIn.tabID, signIn.redirectUri, {
      onArrived: (address) => once(() => onArrived(address)),
      onClosed: () => once(onClosed),
    });
    // The callbacks are new with every draw and mean the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only another sign-in is news
  }, [signIn?.tabID]);
}
