import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { LOCALES, messagesOf, textsOf } from '../../helpers/locales';
import { capitalWords, visibleWords } from '../../helpers/visible-words';

const ENGLISH = textsOf('en');
const COUNTS = Array.from({ length: 1001 }, (_, count) => count);

/** Names of what comes in plural forms: those that English has a `_one` of. */
const COUNTED = Object.keys(ENGLISH)
  .filter((key) => key.endsWith('_one'))
  .map((key) => key.slice(0, -'_one'.length));

describe.each(LOCALES)('the words of %s', (locale) => {
  const texts = textsOf(locale);
  const { select } = pluralRules(texts.language);
  const forms = [...new Set(['other', ...COUNTS.map(select)])];

  it('are all there, with every plural form of the language, and no more', () => {
    const plain = Object.keys(ENGLISH).filter((key) => !nameOfCounted(key));
    const counted = COUNTED.flatMap((name) => forms.map((form) => `${name}_${form}`));
    expect(Object.keys(texts).toSorted()).toStrictEqual([...plain, ...counted].toSorted());
  });

  it('name what is filled in, as English does', () => {
    const wrong = Object.entries(texts).filter(([key, text]) => {
      const name = nameOfCounted(key);
      const wanted = placesIn(ENGLISH[name ? `${name}_other` : key]);
      // "Two accounts" need not say 2, where no other number has the same words.
      const isOfOne = name && COUNTS.filter((n) => `${name}_${select(n)}` === key).length < 2;
      const found = placesIn(isOfOne ? `$1 ${text}` : text);
      return found.join() !== wanted.join();
    });
    expect(wrong).toStrictEqual([]);
  });

  it('are nowhere empty, nor is there space around them', () => {
    const wrong = Object.entries(texts).filter(([, text]) => !text || text.trim() !== text);
    expect(wrong).toStrictEqual([]);
  });

  it('fit the stores: https://developer.chrome.com/docs/extensions/reference/manifest', () => {
    expect(texts.extension_name?.length).toBeLessThanOrEqual(75);
    expect(texts.extension_description?.length).toBeLessThanOrEqual(132);
  });

  it('say which language they are of, and which way it runs', () => {
    expect(texts.language).toBe(locale.replace('_', '-'));
    expect(texts.direction).toBe(locale === 'ar' ? 'rtl' : 'ltr');
  });

  it('hold nothing but what is read', () => {
    const extras = Object.values(messagesOf(locale)).filter(
      (entry) => Object.keys(entry ?? {}).join() !== 'message',
    );
    expect(extras).toStrictEqual([]);
  });
});

describe('outside of _locales', () => {
  it.each([
    ['<p>Hello</p>', ['Hello']],
    ['<>Hello {name}</>', ['Hello']],
    ['<p>{isOld ? "Old" : t("new")}</p>', ['Old']],
    ['<p>{text || `No ${what}`}</p>', ['No']],
    ['<button aria-label="Close" />', ['Close']],
    ['<img alt={"An " + kind} title={isOn && "On"} />', ['An', 'On']],
    ['<IconButton icon="bell" name="Remind" />', ['Remind']],
    ['<><Icon name="bell" /><input name="field" /></>', []],
    ['<Choice label="Count" class="wide" />', ['Count']],
    ['<IconButton icon="close" name={t("close")} keyHint="Esc" />', ['Esc']],
    [
      '<p class="a">{t("key")} · <kbd title={`${t("u")} (z)`}>z</kbd> {"all" in b && tab !== "c" && <b>{count}</b>}</p>',
      [],
    ],
  ])('the check finds in %s: %j', (source, found) => {
    expect(visibleWords(`export const X = () => ${source};`)).toStrictEqual(found);
  });

  it('no word stands in a component', () => {
    const files = [...filesIn('components', '.tsx'), ...filesIn('entrypoints', '.tsx')];
    expect(files.length).toBeGreaterThan(30);
    const found = files.map((file) => [file, visibleWords(readFileSync(file, 'utf8'))] as const);
    expect(found.filter(([, words]) => words.length > 0)).toStrictEqual([]);
  });

  it.each([
    ["const KEYS = ['Esc', 'End', 'e'];", ['Esc']],
    ['const line = { text: isOn ? "Off" : `Turn ${it} on` };', ['Off', 'Turn']],
    ["if (key === 'Escape') report('it could not be done'); type A = 'Word';", []],
    ["import { A } from './Panel'; const words = t('key_end');", []],
  ])('the check finds in the script %s: %j', (source, found) => {
    expect(capitalWords(source)).toStrictEqual(found);
  });

  it('no word stands in a script of components', () => {
    const files = filesIn('components', '.ts');
    expect(files.length).toBeGreaterThan(30);
    const found = files.map((file) => [file, capitalWords(readFileSync(file, 'utf8'))] as const);
    expect(found.filter(([, words]) => words.length > 0)).toStrictEqual([]);
  });

  it('no word stands in a page but the name, until its script speaks', () => {
    const pages = filesIn('entrypoints', '.html').map((file) => readFileSync(file, 'utf8'));
    const texts = pages.map((page) => page.replaceAll(/<[^>]*>/g, ' ').trim());
    expect(new Set(texts)).toStrictEqual(new Set([ENGLISH.extension_name]));
  });
});

function pluralRules(language = '') {
  const rules = new Intl.PluralRules(language);
  return { select: (count: number) => rules.select(count) };
}

function nameOfCounted(key: string): string | undefined {
  const name = key.replace(/_(zero|one|two|few|many|other)$/, '');
  return name !== key && COUNTED.includes(name) ? name : undefined;
}

function placesIn(text = ''): string[] {
  return [...new Set(text.match(/\$\d/g))].toSorted();
}

function filesIn(folder: string, ending: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(ending)).map((name) => join(folder, name));
}
