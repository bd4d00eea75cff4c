import { browser } from 'wxt/browser';

import { MINUTE, SECOND } from '@/lib/base/time';

/** `poll`, `socket` and `update` repeat; the others ring once, when something is due. */
export const ALARMS = ['poll', 'socket', 'reminders', 'outbox', 'quiet', 'update'] as const;
export type AlarmName = (typeof ALARMS)[number];

/** Moments this close together are not worth a new alarm, ms. */
const SAME = 500;

/** Chromium's shortest wait: https://developer.chrome.com/docs/extensions/reference/api/alarms */
export const SHORTEST = 30 * SECOND;

/** Makes an alarm repeat, leaving one that already does alone: waking up must not postpone it. */
export async function repeatAlarm(name: AlarmName, everyMs: number, now: number): Promise<void> {
  const periodInMinutes = everyMs / MINUTE;
  const current = await browser.alarms.get(name);
  // One further off than its period was set before the clock was put back.
  const isNear = current !== undefined && current.scheduledTime - now <= everyMs + SAME;
  if (isNear && current.periodInMinutes === periodInMinutes) return;
  browser.alarms.create(name, { periodInMinutes, delayInMinutes: periodInMinutes });
}

/**
 * Sets an alarm for a moment, or clears it. What is already due has had its chance just now: its
 * alarm, once set, is left to ring, so that a failure is not repeated without a breath.
 */
export async function setAlarm(
  name: AlarmName,
  at: number | undefined,
  now: number,
): Promise<void> {
  const current = await browser.alarms.get(name);
  if (at === undefined) {
    if (current) await browser.alarms.clear(name);
    return;
  }
  const isSet = current && (at <= now || Math.abs(current.scheduledTime - at) < SAME);
  if (!isSet) browser.alarms.create(name, { when: at > now ? at : now + SHORTEST });
}

export async function clearAlarm(name: AlarmName): Promise<void> {
  await browser.alarms.clear(name);
}

export function isAlarmName(name: string): name is AlarmName {
  return ALARMS.some((known) => known === name);
}
