import { useState } from 'preact/hooks';

import { ask } from '../../lib/bridge';
import { type ErrorCode, errorCode } from '../../lib/errors';

/** What the page itself has to say of its last attempt; otherwise the stored status speaks. */
export type Attempt = 'none' | 'checking' | 'disconnected' | { error: ErrorCode };

/** Connects and disconnects, and knows how the last attempt went. */
export function useConnection() {
  const [attempt, setAttempt] = useState<Attempt>('none');

  const run = async (work: Promise<void>, after: Attempt) => {
    setAttempt('checking');
    try {
      await work;
      setAttempt(after);
      return true;
    } catch (error) {
      setAttempt({ error: errorCode(error) });
      return false;
    }
  };

  return {
    attempt,
    /** Resolves to whether Beeper let us in. */
    connect: (baseUrl: string, token: string) => run(ask('connect', { baseUrl, token }), 'none'),
    disconnect: () => run(ask('disconnect', null), 'disconnected'),
  };
}
