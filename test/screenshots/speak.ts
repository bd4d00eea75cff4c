import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'puppeteer-core';

type Texts = Record<string, { message: string }>;

/**
 * Has a page speak a language: a browser does so only where it is installed in that language. What
 * is not translated stays English, as it does there.
 */
export async function speak(page: Page, language: string): Promise<void> {
  const texts = Object.entries({ ...textsOf('en'), ...textsOf(language) });
  const messages = Object.fromEntries(texts.map(([key, { message }]) => [key, message]));
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  await page.evaluateOnNewDocument(speakOtherwise, language, {
    ...messages,
    '@@bidi_dir': direction,
  });
}

function textsOf(language: string): Texts {
  const path = join('public', '_locales', language, 'messages.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Texts) : {};
}

/** Runs in the page, before anything of it. */
function speakOtherwise(language: string, messages: Record<string, string>): void {
  const { i18n } = (globalThis as unknown as { chrome: { i18n: Record<string, unknown> } }).chrome;
  i18n['getUILanguage'] = () => language;
  i18n['getMessage'] = (key: string, given: string | string[] = []) =>
    (messages[key] ?? '').replaceAll(/\$(\d)/g, (_, place) => [given].flat()[place - 1] ?? '');
}
