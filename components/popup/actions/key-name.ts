import { type MessageKey, t } from '@/lib/text/i18n';

/** Keyboards of other languages have other words on these. */
const WORDS: Readonly<Record<string, MessageKey>> = {
  ' ': 'key_space',
  Escape: 'key_escape',
  Home: 'key_home',
  End: 'key_end',
  PageUp: 'key_page_up',
  PageDown: 'key_page_down',
};

const SIGNS: Readonly<Record<string, string>> = {
  Enter: '⏎',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** A key, which the browser names so, as it is written on it. */
export function keyName(key: string): string {
  const words = WORDS[key];
  if (words) return t(words);
  return SIGNS[key] ?? (/^[A-Z]$/.test(key) ? `⇧${key.toLowerCase()}` : key);
}
