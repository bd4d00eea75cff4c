import { useEffect, useRef, useState } from 'preact/hooks';

import { askAccess } from '../../lib/access';
import { isLoopback, readAddress } from '../../lib/address';
import { ask } from '../../lib/bridge';
import { CompanionError, type ErrorCode, errorCode } from '../../lib/errors';
import type { SignIn } from '../../lib/sign-in';
import type { Status } from '../../lib/status';
import { useSignIn } from './use-sign-in';

/** What the page itself has to say of its last attempt; otherwise the stored status speaks. */
export type Attempt = 'none' | 'checking' | 'waiting' | 'disconnected' | { error: ErrorCode };

/** Connects and disconnects, and knows how the last attempt went. */
export function useConnection({ syncedAt }: Status, signIn: SignIn | null) {
  const [attempt, setAttempt] = useState<Attempt>('none');

  // Beeper has been reached since: what went wrong before is over.
  useEffect(() => setAttempt((last) => (typeof last === 'object' ? 'none' : last)), [syncedAt]);

  const latest = useRef(0);

  /** Several may run at once: the one begun last has the say. */
  const run = async (work: Promise<void>, after: Attempt) => {
    latest.current += 1;
    const turn = latest.current;
    const say = (outcome: Attempt) => turn === latest.current && setAttempt(outcome);
    say('checking');
    try {
      await work;
      say(after);
      return true;
    } catch (error) {
      say({ error: errorCode(error) });
      return false;
    }
  };

  useSignIn(signIn, {
    onArrived: (address) => void run(ask('finishSignIn', { address }), 'none'),
    onClosed: () => void run(ask('cancelSignIn', null).then(closed), 'none'),
  });

  return {
    attempt: (signIn && attempt === 'none' ? 'waiting' : attempt) satisfies Attempt,
    signIn: (baseUrl: string) =>
      run(
        allowed(baseUrl).then(() => ask('signIn', { baseUrl })),
        'none',
      ),
    /** Resolves to whether Beeper let us in. */
    connect: (baseUrl: string, token: string) =>
      run(
        allowed(baseUrl).then(() => ask('connect', { baseUrl, token })),
        'none',
      ),
    /** The browser is asked for what it withholds. */
    allow: (baseUrl: string) => run(demanded(baseUrl).then(refresh), 'none'),
    refresh: () => run(refresh(), 'none'),
    disconnect: () => run(ask('disconnect', null), 'disconnected'),
  };
}

/** Beeper elsewhere needs the browser's leave, which is to be had only right after a click. */
async function allowed(baseUrl: string): Promise<void> {
  if (!isLoopback(readAddress(baseUrl))) await demanded(baseUrl);
}

async function demanded(baseUrl: string): Promise<void> {
  const isGiven = await askAccess(readAddress(baseUrl)).catch(() => false);
  if (!isGiven) throw new CompanionError('notAllowed');
}

function refresh(): Promise<void> {
  return ask('refresh', null);
}

function closed(): never {
  throw new CompanionError('signInClosed');
}
