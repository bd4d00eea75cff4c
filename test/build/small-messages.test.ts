import { expect, it } from 'vitest';

import { withoutRepeats } from '../../build/small-messages';
import { LOCALES, messagesOf } from '../helpers/locales';

const ENGLISH = withoutRepeats(messagesOf('en'));

it.each(LOCALES)('packed, the words of %s say the same in every form', (locale) => {
  const words = messagesOf(locale);
  const small = withoutRepeats(words);
  // As browsers do it, and lib/i18n.ts.
  const read = (key: string) =>
    small[key] ?? ENGLISH[key] ?? small[key.replace(/_[a-z]+$/, '_other')];
  const wrong = Object.keys(words).filter((key) => read(key)?.message !== words[key]?.message);
  expect(wrong).toStrictEqual([]);
});

it('a form that says what all other numbers do is left out', () => {
  const [same, other] = [{ message: '$1' }, { message: '2' }];
  const words = { a_two: same, a_few: other, a_other: same, too_few: same };
  expect(Object.keys(withoutRepeats(words))).toStrictEqual(['a_few', 'a_other', 'too_few']);
});
