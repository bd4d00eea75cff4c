import { browser } from 'wxt/browser';

import type english from '../public/_locales/en/messages.json';
import { cached } from './cached';

export type MessageKey = keyof typeof english;

/** Keys that come in the plural forms of the language: `name_one`, `name_other`, ... */
type PluralName = MessageKey extends infer K ? (K extends `${infer N}_other` ? N : never) : never;

/** The text for a key, with `$1`, `$2` filled in. The only reader of `_locales`. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return message(key, substitutions.map(String)) || key;
}

/** The plural form that fits `count`, which is `$1` of the text. */
export function tn(name: PluralName, count: number, ...more: (string | number)[]): string {
  const form = plurals(language()).select(count);
  const text = message(`${name}_${form}`, [formatNumber(count), ...more.map(String)]);
  return text || t(`${name}_other`, formatNumber(count), ...more);
}

/** The language the browser shows us in, for `Intl`. */
export function language(): string {
  return browser.i18n.getUILanguage();
}

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
  root.lang = language();
  root.dir = direction();
}

export function direction(): 'ltr' | 'rtl' {
  return t('@@bidi_dir' as MessageKey) === 'rtl' ? 'rtl' : 'ltr';
}
