import { useEffect, useRef, useState } from 'preact/hooks';

import { CompanionError, type ErrorCode, errorCode } from '@/lib/base/errors';
import { askAccess } from '@/lib/browser/permissions';
import { isLoopback, readAddress } from '@/lib/model/connection/address';
import type { SignIn } from '@/lib/model/connection/sign-in';
import type { Status } from '@/lib/model/connection/status';
import { ask } from '@/lib/requests/bridge';
import { useSignIn } from './use-sign-in';

/** What the page itself has to say of its last attempt; otherwise the stored status speaks. */
export type Attempt =
  | 'none'
  | 'checking'
  | 'waiting'
  | 'disconnected'
  /** `baseUrl`: what was tried. */
  | { error: ErrorCode; baseUrl: string };

/** Connects and disconnects, and knows how the last attempt went. */
export function useConnection({ syncedAt, baseUrl: current }: Status, signIn: SignIn | null) {
  const [attempt, setAttempt] = useState<Attempt>('none');

  // Beeper has been reached since: what went wrong before is over.
  useEffect(() => {
    const isOver = (last: Attempt) => typeof last === 'object' && last.baseUrl === current;
    setAttempt((last) => (isOver(last) ? 'none' : last));
  }, [syncedAt, current]);

  const latest = useRef(0);

  /** Several may run at once: the one begun last has the say. */
  const run = async (baseUrl: string, work: Promise<void>, after: Attempt = 'none') => {
    latest.current += 1;
    const turn = latest.current;
    const say = (outcome: Attempt) => turn === latest.current && setAttempt(outcome);
    say('checking');
    try {
      await work;
      say(after);
      return true;
    } catch (error) {
      say({ error: errorCode(error), baseUrl: normal(baseUrl) });
      return false;
    }
  };

  const here = current ?? '';
  useSignIn(signIn, {
    onArrived: (address) => void run('', ask('finishSignIn', { address })),
    onClosed: () => void run('', ask('cancelSignIn', null).then(closed)),
  });

  return {
    attempt: (signIn && attempt === 'none' ? 'waiting' : attempt) satisfies Attempt,
    signIn: (baseUrl: string) =>
      run(
        baseUrl,
        allowed(baseUrl).then(() => ask('signIn', { baseUrl })),
      ),
    /** Resolves to whether Beeper let us in. */
    connect: (baseUrl: string, token: string) =>
      run(
        baseUrl,
        allowed(baseUrl).then(() => ask('connect', { baseUrl, token })),
      ),
    /** The browser is asked for what it withholds. */
    allow: (baseUrl: string) =>
      run(
        baseUrl,
        demanded(baseUrl).then(() => ask('tryAgain', null)),
      ),
    tryAgain: () => run(here, ask('tryAgain', null)),
    disconnect: () => run(here, ask('disconnect', null), 'disconnected'),
  };
}

/**
 * Asks the browser's leave, which is to be had only right after a click. For this computer it is
 * nearly always there; where it is not, the worker will say so.
 */
async function allowed(baseUrl: string): Promise<void> {
  const isHere = isLoopback(readAddress(baseUrl));
  const asked = demanded(baseUrl);
  await (isHere ? asked.catch(() => undefined) : asked);
}

async function demanded(baseUrl: string): Promise<void> {
  const isGiven = await askAccess(readAddress(baseUrl)).catch(() => false);
  if (!isGiven) throw new CompanionError('notAllowed');
}

/** The address as the status has it; one that cannot be read is nobody's. */
function normal(baseUrl: string): string {
  try {
    return readAddress(baseUrl);
  } catch {
    return '';
  }
}

function closed(): never {
  throw new CompanionError('signInClosed');
}
