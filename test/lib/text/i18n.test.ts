// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';

import { type ErrorCode, ERRORS } from '@/lib/base/errors';
import { DAY, MINUTE } from '@/lib/base/time';
import { freshness } from '@/lib/model/connection/freshness';
import { causeOf, stepOf, titleOf } from '@/lib/text/error-texts';
import { formatMoment, formatWhen } from '@/lib/text/format-time';
import { formatNumber, language, speakLanguage, t, tn } from '@/lib/text/i18n';
import { resetBrowser, speak } from '../../helpers/fake-browser';
import { messagesOf } from '../../helpers/locales';
import { inZone } from '../../helpers/zone';

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

  it('write numbers as the language does', () => {
    expect([language(), formatNumber(12_345)]).toStrictEqual(['en', '12,345']);
  });
});

describe('counts', () => {
  it.each([
    ['de', 'de', ['1 Konto', '2 Konten', '1.000 Konten']],
    ['fr', 'fr', ['1 compte', '2 comptes', '1\u202f000 comptes']],
    ['ja', 'ja', ['アカウント1件', 'アカウント2件', 'アカウント1,000件']],
    ['ar', 'ar', ['حساب واحد', 'حسابان', '1,000 حساب']],
    // Of these Polish has "few" for 2 and "many" for 1000, of which English knows nothing.
    ['en', 'pl', ['1 account', '2 accounts', '1.000 accounts']],
    ['en', 'nl', ['1 account', '2 accounts', '1.000 accounts']],
  ])('in words of %s, in a browser in %s, are %j', (locale, ui, told) => {
    speak(messagesOf(locale), ui);
    expect([1, 2, 1000].map((count) => tn('options_accounts', count))).toStrictEqual(told);
  });
});

const AT = Date.parse('2026-03-03T15:05:00Z');
const TOMORROW = AT + DAY;

describe('moments', () => {
  it.each([
    ['de', 'de', '15:05 | So | 1 Feb | 01/2025 | 15:05 | Mi 15:05 | 2 Apr 15:05'],
    ['es', 'es', '15:05 | dom | 1 feb | 1/2025 | 15:05 | mié 15:05 | 2 abr 15:05'],
    ['es', 'es-419', '3:05 pm | dom | 1 feb | 1/2025 | 3:05 pm | mié 3:05 pm | 2 abr 3:05 pm'],
    ['fr', 'fr', '15:05 | dim | 1 févr | 01/2025 | 15:05 | mer 15:05 | 2 avr 15:05'],
    ['pt_BR', 'pt-BR', '15:05 | dom | 1 de fev | 01/2025 | 15:05 | qua 15:05 | 2 de abr 15:05'],
    ['ja', 'ja', '15:05 | 日 | 2月1日 | 2025/01 | 15:05 | 15:05 (水) | 4月2日 15:05'],
    ['ar', 'ar', '3:05 م | الأحد | 1 فبراير | 01/2025 | 3:05 م | الأربعاء 3:05 م | 2 أبريل 3:05 م'],
    ['en', 'en-GB', '15:05 | Sun | 1 Feb | 01/2025 | 15:05 | Wed 15:05 | 2 Apr 15:05'],
    ['en', 'nl', '15:05 | Sun | 1 Feb | 01/2025 | 15:05 | Wed 15:05 | 2 Apr 15:05'],
    ['en', 'ru', '15:05 | Sun | Feb 1 | 01/2025 | 15:05 | Wed 15:05 | Apr 2 15:05'],
    ['en', 'he', '15:05 | Sun | 1 Feb | 01/2025 | 15:05 | Wed 15:05 | 2 Apr 15:05'],
  ])('in words of %s, in a browser in %s, are %s', (locale, ui, told) => {
    speak(messagesOf(locale), ui);
    expect(inZone('UTC', moments)).toBe(told);
  });

  it.each([
    ['de', 'Vor 5 min aktualisiert'],
    ['es', 'Actualizado hace 5 min'],
    ['fr', 'À jour il y a 5 min'],
    ['pt_BR', 'Atualizado há 5 min'],
    ['ja', '5分前に更新'],
    ['ar', 'آخر تحديث قبل 5 د'],
  ])('long ago are told in %s: %s', (locale, told) => {
    speak(messagesOf(locale), locale.replace('_', '-'));
    const words = freshness({ isConnected: true, syncedAt: AT - 5 * MINUTE }, AT);
    expect(words.replaceAll('\u00a0', ' ')).toBe(told);
  });
});

describe('a page', () => {
  it.each([
    ['ar', 'ar', 'rtl'],
    ['de', 'de', 'ltr'],
    // Hebrew runs the other way, but the words are English.
    ['en', 'he', 'ltr'],
  ])('of words in %s, in a browser in %s, runs %s', (locale, ui, dir) => {
    speak(messagesOf(locale), ui);
    speakLanguage(document.documentElement);
    expect(document.documentElement).toMatchObject({ lang: locale, dir });
  });
});

/** Today, this week, this year, another year; a reminder today, in this week and beyond. */
function moments(): string {
  const locale = language();
  const times = [AT, AT - 2 * DAY, AT - 30 * DAY, AT - 400 * DAY];
  const told = [
    ...times.map((at) => formatWhen(at, AT, locale)),
    ...[AT, TOMORROW, AT + 30 * DAY].map((at) => formatMoment(at, AT, locale)),
  ];
  return told.map(plain).join(' | ');
}

/** Without what differs from one edition of the browsers' tables to the next. */
function plain(told: string): string {
  return told.replaceAll(/\s/g, ' ').replaceAll(/[,.،\u200f]/g, '');
}
