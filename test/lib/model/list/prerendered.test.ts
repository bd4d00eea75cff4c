import { beforeEach, describe, expect, it, vi } from 'vitest';

import { DAY, HOUR } from '@/lib/base/time';
import {
  type Prerender,
  type PrerenderedPopup,
  prerenderedOf,
  isOfToday,
  readPrerendered,
} from '@/lib/model/list/prerendered';
import type { PopupSummary } from '@/lib/model/list/summary';
import { NOON } from '../../../helpers/clock';
import { resetBrowser } from '../../../helpers/fake-browser';

beforeEach(resetBrowser);

const COUNTS = { unread: 0, inbox: 0, reminders: 0, archive: 0 };
const SUMMARY: PopupSummary = {
  status: { isConnected: true },
  counts: COUNTS,
  rows: [],
  filters: [],
  singleKeys: true,
};
const DAY_START = new Date(NOON).setHours(0, 0, 0, 0);
const PRERENDERED: PrerenderedPopup = { language: 'en', day: DAY_START, dir: 'ltr', markup: 'Ada' };

function broken(): never {
  throw new TypeError('no such row');
}

describe('a first frame', () => {
  it('is drawn in the language of the browser and read as it was stored', () => {
    const frame = prerenderedOf(SUMMARY, NOON, () => 'Ada');
    expect(frame).toStrictEqual(PRERENDERED);
    expect(readPrerendered(JSON.parse(JSON.stringify(frame)))).toStrictEqual(PRERENDERED);
  });

  it('is none while nothing is connected', () => {
    const draw = vi.fn<Prerender>(() => 'Ada');
    expect(prerenderedOf({ ...SUMMARY, status: { isConnected: false } }, NOON, draw)).toBeNull();
    expect(draw).not.toHaveBeenCalled();
  });

  it('is none where it cannot be drawn, and nothing else suffers', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    expect(prerenderedOf(SUMMARY, NOON, broken)).toBeNull();
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });

  it.each([
    ['the same day', {}, NOON + HOUR, true],
    ['the next day', {}, NOON + DAY, false],
    ['the day before, the clock put back', {}, NOON - DAY, false],
    ['another language', { language: 'de' }, NOON, false],
  ])('on %s: %j at %d is true: %s', (_name, change, now, isTrue) => {
    expect(isOfToday({ ...PRERENDERED, ...change }, now)).toBe(isTrue);
  });

  it.each([
    null,
    'frame',
    {},
    { ...PRERENDERED, dir: 7 },
    { ...PRERENDERED, markup: ['script', {}, []] },
  ])('is nothing for %j', (value) => {
    expect(readPrerendered(value)).toBeUndefined();
  });
});
