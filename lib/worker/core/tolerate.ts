import { CompanionError, isUnreachable } from '@/lib/base/errors';
import { warn } from '@/lib/base/log';
import { troubled } from './problems';
import type { Session } from './session';

/** Work without which nothing is known to be right: what fails it is the connection's trouble. */
export async function storingTrouble(session: Session, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CompanionError)) throw error;
    await storeTrouble(session, error);
  }
}

/** A side task that fails is tried again after the next poll; only a lost Beeper is trouble. */
export async function toleratingOne(session: Session, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof CompanionError)) throw error;
    if (isUnreachable(error.code)) await storeTrouble(session, error);
    else warn(`left for the next poll: ${error.code}`, error);
  }
}

async function storeTrouble(session: Session, error: CompanionError): Promise<void> {
  await session.update((state) => troubled(state, error, 'poll', session.now()));
}
