import { warn } from '@/lib/base/log';

/** Starts work that nobody waits for. What goes wrong with Beeper in it is stored as trouble already. */
export function background(work: Promise<unknown>): void {
  void work.catch((error: unknown) => warn('background work failed', error));
}
