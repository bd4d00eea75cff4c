import { type Clock, SECOND } from '@/lib/base/time';

/** Alarms ring up to half a minute late; for what is nearer than this a timer helps out. */
const NEAR = 40 * SECOND;

/**
 * Timers beside the alarms, for moments so near that the worker is likely still awake. They vanish
 * with it, and the alarm does the same work later.
 */
export function createTimers(now: Clock) {
  const running = new Map<string, ReturnType<typeof setTimeout>>();
  return (name: string, at: number | undefined, work: () => void): void => {
    clearTimeout(running.get(name));
    const wait = (at ?? Infinity) - now();
    // A timer may be early by less than this, when its moment has not come by the clock.
    if (wait > 0 && wait < NEAR) running.set(name, setTimeout(work, wait + 1));
  };
}
