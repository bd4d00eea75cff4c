import { describe, expect, expectTypeOf, it } from 'vitest';
import { readCount, readMoment, readText } from '@/lib/base/parse';
import {
  filledList,
  isTrue,
  list,
  nonZero,
  nullable,
  oneOf,
  optional,
  type Parsed,
  shape,
  withDefault,
  yes,
} from '@/lib/base/shape';

const parseNote = shape({
  id: readText,
  at: withDefault(readMoment, 0),
  kind: optional(oneOf(['long', 'short'])),
  until: optional(nullable(readMoment)),
  tags: withDefault(list(readText), []),
  limits: optional(filledList(readText)),
  count: optional(nonZero(readCount)),
  isOld: optional(yes),
  isMuted: isTrue,
});
type Note = Parsed<typeof parseNote>;

const PLAIN = { id: 'a', at: 0, tags: [], isMuted: false };

describe('shape', () => {
  it('derives the type from the parser', () => {
    expectTypeOf<Note>().toEqualTypeOf<{
      id: string;
      at: number;
      kind?: 'long' | 'short';
      until?: number | null;
      tags: readonly string[];
      limits?: readonly string[];
      count?: number;
      isOld?: boolean;
      isMuted: boolean;
    }>();
    // @ts-expect-error: a member that the parser does not read does not exist.
    const note: Note = { ...PLAIN, forgotten: 1 };
    expect(note.id).toBe('a');
  });

  it('reads what makes sense and leaves the rest out', () => {
    const whole = {
      id: 'a',
      at: 5,
      kind: 'long',
      until: null,
      tags: ['x'],
      limits: ['y'],
      count: 2,
      isOld: true,
      isMuted: true,
    };
    expect(parseNote({ ...whole, other: 1 })).toStrictEqual(whole);
    expect(parseNote({ id: 'a', kind: 'wide', until: 'x', tags: 3 })).toStrictEqual(PLAIN);
    expect(parseNote({ ...PLAIN, limits: [1], count: 0, isOld: 1 })).toStrictEqual(PLAIN);
    expect(parseNote({ ...PLAIN, tags: ['x', 1, 'z'] })?.tags).toStrictEqual(['x', 'z']);
  });

  it('reads nothing without a member that is needed', () => {
    for (const value of [undefined, null, 'a', [], {}, { id: 3 }]) {
      expect(parseNote(value)).toBeUndefined();
    }
  });
});
