import { beforeEach, describe, expect, it } from 'vitest';

import { causeOf, stepOf, titleOf } from '../../lib/error-words';
import { type ErrorCode, ERRORS } from '../../lib/errors';
import { formatNumber, language, t } from '../../lib/i18n';
import english from '../../public/_locales/en/messages.json';
import { resetBrowser } from '../helpers/fake-browser';

beforeEach(resetBrowser);

describe('the words', () => {
  it('are those of the language, filled in', () => {
    expect(t('tooltip_network', 'Signal', 3)).toBe('Signal: 3');
    expect(t('error_notRunning_title')).toBe('Beeper is not running');
  });

  it('are there for every error: title, cause and step', () => {
    const codes = Object.keys(ERRORS) as ErrorCode[];
    const texts = codes.flatMap((code) => [titleOf(code), causeOf(code), stepOf(code)]);
    expect(texts.filter((text) => text === '' || text.startsWith('error_'))).toStrictEqual([]);
  });

  it('are nowhere empty', () => {
    const empty = Object.entries(english).filter(([, { message }]) => message.trim() === '');
    expect(empty).toStrictEqual([]);
  });

  it('write numbers as the language does', () => {
    expect([language(), formatNumber(12_345)]).toStrictEqual(['en', '12,345']);
  });
});
