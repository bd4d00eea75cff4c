import { useCallback, useEffect, useState } from 'preact/hooks';

import type { ErrorCode } from '@/lib/base/errors';
import type { Discovery } from '@/lib/model/connection/discovery';
import type { Status } from '@/lib/model/connection/status';
import { ask } from '@/lib/requests/bridge';

const MISSING: ReadonlySet<ErrorCode> = new Set(['notRunning', 'apiOff', 'notBeeper']);

/** Looks for Beeper while there is none, and whenever it is asked to. */
export function useDiscovery(status: Status, lastFound: Discovery | null) {
  const [state, setState] = useState<'none' | 'looking' | 'looked'>('none');
  const isMissing = needsFinding(status);
  /** What was found lies in the store once it was looked; before that, it is from another day. */
  const found = state === 'looked' && lastFound ? lastFound : undefined;
  const isNoneFound = found?.beepers.length === 0;

  const look = useCallback(() => {
    setState('looking');
    // Nothing found is told by what was found.
    void ask('find', null)
      .catch(() => undefined)
      .then(() => setState('looked'));
  }, []);

  useEffect(() => {
    if (isMissing) look();
  }, [isMissing, look]);

  return {
    look,
    found,
    /** Once connected, that none was found is no news: Beeper is then where nobody looks for it. */
    isOfInterest: isMissing || (state !== 'none' && !isNoneFound),
  };
}

function needsFinding({ isConnected, isElsewhere, trouble }: Status): boolean {
  return !isConnected || (!isElsewhere && trouble !== undefined && MISSING.has(trouble));
}
