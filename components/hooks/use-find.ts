import { useCallback, useEffect, useState } from 'preact/hooks';

import { ask } from '../../lib/bridge';
import type { ErrorCode } from '../../lib/errors';
import type { Status } from '../../lib/status';

const MISSING: ReadonlySet<ErrorCode> = new Set(['notRunning', 'apiOff', 'notBeeper']);

/** Looks for Beeper while there is none, and whenever it is asked to. */
export function useFind({ isConnected, isElsewhere, trouble }: Status) {
  const [state, setState] = useState<'none' | 'looking' | 'looked'>('none');
  const isMissing = !isConnected || (!isElsewhere && trouble !== undefined && MISSING.has(trouble));

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
    /** What was found lies in the store from now on; before that, it is from another day. */
    hasLooked: state === 'looked',
    isOfInterest: isMissing || state !== 'none',
  };
}
