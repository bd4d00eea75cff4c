import { MINUTE, SECOND } from '@/lib/base/time';
import type { Settings } from '@/lib/model/settings/settings';
import type { Status } from './status';

/** A socket that was caught having missed something is not relied on for this long. */
const DISTRUST = 30 * MINUTE;

/**
 * Whether what happens comes over the live socket. It may lose events without a word, and tells
 * nothing at all of some networks (iMessage): then polling goes on as if there were none.
 */
export function isTrusted({ isLive, trouble, missedAt = 0 }: Status, now: number): boolean {
  return isLive === true && !trouble && Math.abs(now - missedAt) > DISTRUST;
}

/** How often to poll, ms. */
export function pollInterval(
  { status, settings }: { status: Status; settings: Settings },
  now: number,
): number {
  const seconds = isTrusted(status, now)
    ? Math.max(settings.safetySeconds, settings.pollSeconds)
    : settings.pollSeconds;
  return seconds * SECOND;
}
