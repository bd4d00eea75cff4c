import { describe, expect, it } from 'vitest';

import {
  CompanionError,
  errorCode,
  ERRORS,
  isErrorCode,
  isFinal,
  isUnreachable,
} from '@/lib/base/errors';

describe('an error', () => {
  it('is known by its code', () => {
    expect(errorCode(new CompanionError('readOnly'))).toBe('readOnly');
    expect(errorCode(new TypeError('bug'))).toBe('ownFault');
    expect(errorCode('text')).toBe('ownFault');
  });

  it('has no other code than those with words', () => {
    expect(Object.keys(ERRORS).every(isErrorCode)).toBe(true);
    expect([isErrorCode('toString'), isErrorCode(7)]).toStrictEqual([false, false]);
  });

  it.each(['notRunning', 'tokenRejected', 'rateLimited'] as const)(
    'concerns all of Beeper: %s',
    (code) => {
      expect(isUnreachable(code)).toBe(true);
    },
  );

  it.each(['readOnly', 'chatGone', 'refused', 'serverTrouble'] as const)(
    'concerns only what was asked: %s',
    (code) => {
      expect(isUnreachable(code)).toBe(false);
    },
  );

  it('that may pass is never final', () => {
    const passing = ['notRunning', 'notResponding', 'tokenRejected', 'serverTrouble'] as const;
    expect(passing.filter((code) => isFinal(code))).toStrictEqual([]);
  });
});
