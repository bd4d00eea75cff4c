import { describe, expect, it } from 'vitest';

import { changeSettings, DEFAULT_SETTINGS, type Settings } from '@/lib/model/settings/settings';
import {
  changedAt,
  readSync,
  readSynced,
  type Synced,
  syncStep,
  withoutIDs,
} from '@/lib/model/settings/sync';

const DARK = changeSettings(DEFAULT_SETTINGS, { appearance: 'dark' });
const LIGHT = changeSettings(DEFAULT_SETTINGS, { appearance: 'light' });

function synced(settings: Settings, at: number): Synced {
  return { at, settings: withoutIDs(settings) };
}

describe('settings in two browsers', () => {
  it('are carried from the first', () => {
    expect(syncStep(DARK, { isOn: true, at: 0 }, undefined)).toBe('put');
  });

  it('are taken over where nobody has touched them, and carried from there to nobody', () => {
    const fresh = { isOn: true, at: 0 };
    expect(syncStep(DEFAULT_SETTINGS, fresh, undefined)).toBe('none');
    expect(syncStep(DEFAULT_SETTINGS, fresh, synced(DARK, 5))).toBe('take');
    expect(syncStep(DEFAULT_SETTINGS, fresh, synced(DARK, 0))).toBe('take');
    // Not so once somebody has chosen them.
    expect(syncStep(DEFAULT_SETTINGS, { isOn: true, at: 9 }, synced(DARK, 5))).toBe('put');
  });

  it('come back from the disk with what is known of their sync', () => {
    const known = {
      isOn: true,
      at: 5,
      isJoining: true,
      gaveWay: { whose: 'ours', settings: withoutIDs(DARK) },
      trouble: 'quota exceeded',
    };
    expect(readSync(known)).toStrictEqual(known);
    expect(readSync({ ...known, isJoining: 1, gaveWay: { whose: 'x' }, trouble: 7 })).toStrictEqual(
      {
        isOn: true,
        at: 5,
      },
    );
  });

  it('are those changed last', () => {
    expect(syncStep(LIGHT, { isOn: true, at: 9 }, synced(DARK, 5))).toBe('put');
    expect(syncStep(LIGHT, { isOn: true, at: 9 }, synced(DARK, 12))).toBe('take');
  });

  it('are the same in both though changed in the same moment', () => {
    const steps = [
      syncStep(LIGHT, { isOn: true, at: 9 }, synced(DARK, 9)),
      syncStep(DARK, { isOn: true, at: 9 }, synced(LIGHT, 9)),
    ];
    expect(steps.toSorted()).toStrictEqual(['put', 'take']);
  });

  it('that are the same already are left alone', () => {
    expect(syncStep(DARK, { isOn: true, at: 9 }, synced(DARK, 9))).toBe('none');
  });

  it('follow the hand, though a clock goes ahead', () => {
    expect(changedAt({ isOn: true, at: 1000 }, 10)).toBe(1001);
    expect(changedAt({ isOn: true, at: 1000 }, 5000)).toBe(5000);
  });

  it('name no chat and no account, whoever put them there', () => {
    const named = changeSettings(DEFAULT_SETTINGS, {
      notify: { chosen: ['!ada'], direct: true },
      badge: { leftOut: ['signal'] },
    });
    const carried = synced(named, 1);
    expect(JSON.stringify(carried)).not.toMatch(/ada|signal|chosen|leftOut/);
    const foreign = readSynced({ at: 1, settings: named });
    expect(foreign).toStrictEqual(carried);
    // What is chosen here stays.
    expect(changeSettings(named, carried.settings).notify.chosen).toStrictEqual(['!ada']);
  });

  it.each([undefined, null, 7, {}, { at: 'now' }])('read nothing from %j', (value) => {
    expect(readSynced(value)).toBeUndefined();
  });
});
