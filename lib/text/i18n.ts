import { browser } from 'wxt/browser';

import { cached } from '@/lib/base/cached';
import type english from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof english;

/** Keys that come in the plural forms of the language: `name_one`, `name_other`, ... */
type PluralName = MessageKey extends infer K ? (K extends `${infer N}_other` ? N : never) : never;

/** The text for a key, with `$1`, `$2` filled in. The only reader of `_locales`. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return message(key, substitutions.map(String)) || key;
}

/** The plural form that fits `count`, which is `$1` of the text. */
export function tn(name: PluralName, count: number, ...more: (string | number)[]): string {
  const form = plurals(t('language')).select(count);
  const text = message(`${name}_${form}`, [formatNumber(count), ...more.map(String)]);
  return text || t(`${name}_other`, formatNumber(count), ...more);
}

/**
 * The locale of dates and numbers. The browser may be in a language we have no words in; English
 * words with Dutch dates between them would be neither. The dates then speak the language of the
 * words, and only look as they do where the reader is.
 */
export function language(): string {
  return localeOf(`${t('language')} ${browser.i18n.getUILanguage()}`);
}

const localeOf = cached((pair: string) => {
  const [words = '', shown = ''] = pair.split(' ');
  const home = new Intl.Locale(shown).maximize();
  if (home.language === new Intl.Locale(words).language) return shown;
  const { hourCycle = 'h23' } = new Intl.DateTimeFormat(shown, {
    hour: 'numeric',
  }).resolvedOptions();
  return `${new Intl.Locale(words, { ...(home.region && { region: home.region }), hourCycle })}`;
});

export function formatNumber(value: number): string {
  return numbers(language()).format(value);
}

const numbers = cached((locale: string) => new Intl.NumberFormat(locale));
const plurals = cached((locale: string) => new Intl.PluralRules(locale));

/** WXT types one overload a key; which plural forms a language has is known only at run time. */
function message(key: string, substitutions: string[]): string {
  const { i18n }: { i18n: { getMessage(key: string, substitutions: string[]): string } } = browser;
  return i18n.getMessage(key, substitutions);
}

/** Tells a page which language it is in and which way that runs. */
export function speakLanguage(root: HTMLElement): void {
  root.lang = t('language');
  root.dir = direction();
}

/** That of the words; `@@bidi_dir` is that of the browser, where ours may have fallen back. */
export function direction(): 'ltr' | 'rtl' {
  return t('direction') === 'rtl' ? 'rtl' : 'ltr';
}
