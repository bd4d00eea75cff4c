import { shortened, toLine } from '@/lib/text/clip';
import { t } from '@/lib/text/i18n';
import type { Offer } from './offers';

/** A line under the address bar. Chromium reads it as XML, Firefox as it stands. */
export type Describe = (offer: Offer) => string;

const LONGEST = 60;

export function describeXML({ chat, when }: Offer): string {
  const text = `<match>${escape(deedOf(chat.title, when))}</match>`;
  return chat.network ? `${text} <dim>${escape(short(chat.network))}</dim>` : text;
}

export function describePlainly({ chat, when }: Offer): string {
  const text = deedOf(chat.title, when);
  return chat.network ? `${text} – ${short(chat.network)}` : text;
}

/** Words of ours, for which Chromium wants the same as for any. */
export function escape(text: string): string {
  return text.replaceAll(NO_XML, '').replaceAll(/[&<>"']/g, (sign) => ESCAPED[sign] ?? '');
}

/** What XML 1.0 has no way to write: one of these, and the browser shows none of the lines. */
const NO_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function deedOf(title: string, when: string | undefined): string {
  const name = short(title);
  return when === undefined ? t('chat_open', name) : t('omnibox_remind', name, short(when));
}

/** Names are anybody's: one line, nothing that turns the rest of it round, not too long. */
function short(text: string): string {
  return shortened(toLine(text), LONGEST);
}
