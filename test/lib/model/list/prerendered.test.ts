import { beforeEach, describe, expect, it, vi } from 'vitest';

import { DAY, HOUR } from '@/lib/base/time';
import {
  type DrawGlance,
  type Frame,
  frameOf,
  isOfToday,
  readFrame,
} from '@/lib/model/list/prerendered';
import type { Glance } from '@/lib/model/list/summary';
import { NOON } from '../../../helpers/clock';
import { resetBrowser } from '../../../helpers/fake-browser';

beforeEach(resetBrowser);

const COUNTS = { unread: 0, inbox: 0, reminders: 0, archive: 0 };
const GLANCE: Glance = {
  status: { isConnected: true },
  counts: COUNTS,
  rows: [],
  filters: [],
  singleKeys: true,
};
const DAY_START = new Date(NOON).setHours(0, 0, 0, 0);
const FRAME: Frame = { language: 'en', day: DAY_START, dir: 'ltr', markup: 'Ada' };

function broken(): never {
  throw new TypeError('no such row');
}

describe('a first frame', () => {
  it('is drawn in the language of the browser and read as it was stored', () => {
    const frame = frameOf(GLANCE, NOON, () => 'Ada');
    expect(frame).toStrictEqual(FRAME);
    expect(readFrame(JSON.parse(JSON.stringify(frame)))).toStrictEqual(FRAME);
  });

  it('is none while nothing is connected', () => {
    const draw = vi.fn<DrawGlance>(() => 'Ada');
    expect(frameOf({ ...GLANCE, status: { isConnected: false } }, NOON, draw)).toBeNull();
    expect(draw).not.toHaveBeenCalled();
  });

  it('is none where it cannot be drawn, and nothing else suffers', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    expect(frameOf(GLANCE, NOON, broken)).toBeNull();
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });

  it.each([
    ['the same day', {}, NOON + HOUR, true],
    ['the next day', {}, NOON + DAY, false],
    ['the day before, the clock put back', {}, NOON - DAY, false],
    ['another language', { language: 'de' }, NOON, false],
  ])('on %s: %j at %d is true: %s', (_name, change, now, isTrue) => {
    expect(isOfToday({ ...FRAME, ...change }, now)).toBe(isTrue);
  });

  it.each([null, 'frame', {}, { ...FRAME, dir: 7 }, { ...FRAME, markup: ['script', {}, []] }])(
    'is nothing for %j',
    (value) => {
      expect(readFrame(value)).toBeUndefined();
    },
  );
});
