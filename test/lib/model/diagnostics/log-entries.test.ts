import { describe, expect, it } from 'vitest';

import { SECOND } from '@/lib/base/time';
import { type LogEntry, addLogEntry, readLogEntries } from '@/lib/model/diagnostics/log-entries';
import { NOON } from '../../../helpers/clock';

const AWAY = { code: 'notRunning', during: 'poll' } as const;

/** What is remembered after these went wrong, a second apart. */
function after(...happened: Pick<LogEntry, 'code' | 'during'>[]): readonly LogEntry[] {
  return happened.reduce<readonly LogEntry[]>(
    (known, incident, index) => addLogEntry(known, incident, NOON + index * SECOND),
    [],
  );
}

describe('what went wrong', () => {
  it('is noted with what was being done, and when', () => {
    expect(after(AWAY)).toStrictEqual([{ ...AWAY, first: NOON, last: NOON, times: 1 }]);
  });

  it('again at once is counted and not listed again', () => {
    expect(after(AWAY, AWAY, AWAY)).toStrictEqual([
      { ...AWAY, first: NOON, last: NOON + 2 * SECOND, times: 3 },
    ]);
  });

  it.each([
    ['with another code', { ...AWAY, code: 'badAnswer' }],
    ['at another task', { ...AWAY, during: 'archive' }],
  ] as const)('%s is listed apart, newest last', (_what, other) => {
    expect(after(AWAY, other, AWAY).map(({ times }) => times)).toStrictEqual([1, 1, 1]);
    expect(after(AWAY, other).at(-1)).toMatchObject(other);
  });

  it('is remembered twenty times, then the oldest is forgotten', () => {
    const many = Array.from({ length: 50 }, (_, index) => ({
      ...AWAY,
      during: index % 2 ? ('poll' as const) : ('connect' as const),
    }));
    const known = after(...many);
    expect(known).toHaveLength(20);
    expect(known.at(0)?.first).toBe(NOON + 30 * SECOND);
    expect(known.at(-1)?.last).toBe(NOON + 49 * SECOND);
  });

  it('leaves the list it was given as it was', () => {
    const known = Object.freeze(after(AWAY));
    addLogEntry(known, AWAY, NOON + SECOND);
    expect(known).toStrictEqual(after(AWAY));
  });
});

describe('the list of what went wrong', () => {
  const [incident] = after(AWAY) as [LogEntry];

  it('is read as it was stored', () => {
    const known = after(AWAY, { code: 'readOnly', during: 'markRead' });
    expect(readLogEntries(JSON.parse(JSON.stringify(known)))).toStrictEqual(known);
  });

  it.each([null, {}, 'x', 7])('is unreadable for %j', (value) => {
    expect(readLogEntries(value)).toBeUndefined();
  });

  it.each([
    null,
    'x',
    { ...incident, code: 'hunger' },
    { ...incident, code: undefined },
    { ...incident, during: 'a chat with Ada' },
    { ...incident, first: 'soon' },
    { ...incident, last: null },
  ])('loses %j and keeps the rest', (odd) => {
    expect(readLogEntries([odd, incident])).toStrictEqual([incident]);
  });

  it('holds nothing it does not know, such as a title', () => {
    const read = readLogEntries([{ ...incident, times: 'x', title: 'Ada' }]);
    expect(read).toStrictEqual([incident]);
  });
});
