import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Messages = Readonly<Record<string, { message: string } | undefined>>;

const FOLDER = 'public/_locales';

/** The names of all folders of words: `en`, `pt_BR`, ... */
export const LOCALES: readonly string[] = readdirSync(FOLDER);

/** Every text of a language by its key. */
export function textsOf(locale: string): Readonly<Record<string, string>> {
  const entries = Object.entries(messagesOf(locale));
  return Object.fromEntries(entries.map(([key, entry]) => [key, entry?.message ?? '']));
}

export function messagesOf(locale: string): Messages {
  return JSON.parse(readFileSync(join(FOLDER, locale, 'messages.json'), 'utf8')) as Messages;
}
