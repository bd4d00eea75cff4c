import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  changeSettings,
  DEFAULT_SETTINGS,
  POLL_SECONDS,
  readSettings,
  readSettingsChange,
  type Settings,
} from '@/lib/model/settings/settings';

describe('the settings', () => {
  it.each([
    undefined,
    null,
    'none',
    [],
    {},
    { badge: 3 },
    { pollSeconds: '30' },
    { pollSeconds: 1 },
  ])('are the defaults where %j makes no sense', (value) => {
    expect(readSettings(value)).toStrictEqual(DEFAULT_SETTINGS);
  });

  it('are kept as chosen', () => {
    const chosen: Settings = {
      pollSeconds: 120,
      isInstant: false,
      safetySeconds: 600,
      badge: {
        count: 'wanting',
        includeMuted: true,
        includeLowPriority: true,
        hasDot: true,
        sinceLooked: true,
        leftOut: ['signal'],
      },
      notify: { direct: true, mentions: true, groups: true, chosen: ['!ada'], detail: 'number' },
      menus: { onIcon: false, onPages: true },
      quiet: {
        isScheduled: true,
        days: [0, 6],
        from: '23:30',
        to: '08:15',
        hidesBadge: true,
        remindersRing: true,
      },
      singleKeys: false,
      appearance: 'dark',
      reminders: { morning: '07:30', evening: '20:00' },
    };
    expect(readSettings(JSON.parse(JSON.stringify(chosen)))).toStrictEqual(chosen);
  });

  it.each([
    { quiet: { from: '25:00', to: 7, days: 'all' } },
    { notify: { direct: 'yes', chosen: 'Ada', detail: 'some' } },
    { badge: { leftOut: 'Signal', hasDot: 1 } },
  ])('take no nonsense in their groups: %j', (value) => {
    expect(readSettings(value)).toStrictEqual(DEFAULT_SETTINGS);
  });

  it('keep what makes sense beside what does not', () => {
    const read = readSettings({ pollSeconds: 7, badge: { count: 'none', includeMuted: 'yes' } });
    expect(read.badge).toStrictEqual({ ...DEFAULT_SETTINGS.badge, count: 'none' });
  });

  it('are always complete', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(POLL_SECONDS).toContain(readSettings(value).pollSeconds);
      }),
    );
  });
});

describe('a change of the settings', () => {
  it.each([
    [{ pollSeconds: 60 }, { ...DEFAULT_SETTINGS, pollSeconds: 60 }],
    [{ isInstant: false }, { ...DEFAULT_SETTINGS, isInstant: false }],
    [{ appearance: 'light' }, { ...DEFAULT_SETTINGS, appearance: 'light' }],
    [{ appearance: 'pink' }, DEFAULT_SETTINGS],
    [
      { safetySeconds: 600, isInstant: 0 },
      { ...DEFAULT_SETTINGS, safetySeconds: 600 },
    ],
    [
      { badge: { count: 'chats' } },
      { ...DEFAULT_SETTINGS, badge: { ...DEFAULT_SETTINGS.badge, count: 'chats' } },
    ],
    [{ pollSeconds: 7, badge: { count: 'sheep', includeMuted: 1 } }, DEFAULT_SETTINGS],
    [
      { reminders: { morning: '06:30', evening: 'late' } },
      { ...DEFAULT_SETTINGS, reminders: { morning: '06:30', evening: '18:00' } },
    ],
    [null, DEFAULT_SETTINGS],
  ])('by %j leaves the others as they are', (change, settings) => {
    expect(changeSettings(DEFAULT_SETTINGS, readSettingsChange(change))).toStrictEqual(settings);
  });
});
