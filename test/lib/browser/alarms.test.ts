import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { HOUR, MINUTE, SECOND } from '@/lib/base/time';
import { ALARMS, clearAlarm, isAlarmName, repeatAlarm, setAlarm } from '@/lib/browser/alarms';
import { NOON } from '../../helpers/clock';
import { resetBrowser } from '../../helpers/fake-browser';

beforeEach(() => {
  resetBrowser();
  vi.useFakeTimers({ now: NOON, toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
});

async function moments(): Promise<[string, number][]> {
  const all = await fakeBrowser.alarms.getAll();
  return all.map(({ name, scheduledTime }) => [name, scheduledTime - NOON]);
}

describe('an alarm that repeats', () => {
  it('first rings after its period', async () => {
    await repeatAlarm('poll', 30 * SECOND, NOON);
    expect(await fakeBrowser.alarms.get('poll')).toMatchObject({ periodInMinutes: 0.5 });
    expect(await moments()).toStrictEqual([['poll', 30 * SECOND]]);
  });

  it('is not put off by waking up', async () => {
    await repeatAlarm('poll', 30 * SECOND, NOON);
    vi.setSystemTime(NOON + 20 * SECOND);
    await repeatAlarm('poll', 30 * SECOND, NOON + 20 * SECOND);
    expect(await moments()).toStrictEqual([['poll', 30 * SECOND]]);
  });

  it('follows a new period', async () => {
    await repeatAlarm('poll', 30 * SECOND, NOON);
    await repeatAlarm('poll', 5 * MINUTE, NOON);
    expect(await moments()).toStrictEqual([['poll', 5 * MINUTE]]);
  });

  it('is set anew when the clock was put back', async () => {
    await repeatAlarm('poll', 30 * SECOND, NOON);
    vi.setSystemTime(NOON - 2 * HOUR);
    await repeatAlarm('poll', 30 * SECOND, NOON - 2 * HOUR);
    expect(await moments()).toStrictEqual([['poll', 30 * SECOND - 2 * HOUR]]);
  });
});

describe('an alarm for a moment', () => {
  it('is set, moved and cleared', async () => {
    await setAlarm('reminders', NOON + HOUR, NOON);
    await setAlarm('reminders', NOON + MINUTE, NOON);
    expect(await moments()).toStrictEqual([['reminders', MINUTE]]);
    await setAlarm('reminders', undefined, NOON);
    expect(await moments()).toStrictEqual([]);
  });

  it('that has passed is given half a minute', async () => {
    await setAlarm('outbox', NOON - HOUR, NOON);
    expect(await moments()).toStrictEqual([['outbox', 30 * SECOND]]);
  });

  it('that has passed is not put off again', async () => {
    await setAlarm('outbox', NOON - HOUR, NOON);
    await setAlarm('outbox', NOON - HOUR, NOON + 10 * SECOND);
    expect(await moments()).toStrictEqual([['outbox', 30 * SECOND]]);
  });

  it('is cleared by name', async () => {
    await setAlarm('outbox', NOON + HOUR, NOON);
    await clearAlarm('outbox');
    expect(await moments()).toStrictEqual([]);
  });

  it.each(['', 'other', 'toString'])('is not ours by the name %j', (name) => {
    expect(isAlarmName(name)).toBe(false);
    expect(ALARMS.every(isAlarmName)).toBe(true);
  });
});
