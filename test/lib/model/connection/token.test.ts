import { expect, it } from 'vitest';

import { cleanToken } from '@/lib/model/connection/token';

const TOKEN = 'abc-DEF_123.456~+/=';

it.each([
  TOKEN,
  ` ${TOKEN}\n`,
  `Bearer ${TOKEN}`,
  `bearer   ${TOKEN}`,
  `Authorization: Bearer ${TOKEN}`,
  `"Authorization: Bearer ${TOKEN}"`,
  `"${TOKEN}"`,
  `“${TOKEN}”`,
  `\`${TOKEN}\``,
  `<${TOKEN}>`,
  `"${TOKEN}",`,
  `\uFEFF${TOKEN}\u200B`,
  `abc-DEF\u00AD_123\u2060.456~+/=`,
  `\u202A${TOKEN}\u202C`,
])('%j is a token', (pasted) => {
  expect(cleanToken(pasted)).toBe(TOKEN);
});

it.each(['', ' ', 'Bearer ', '\u200B', '""'])('%j is none', (pasted) => {
  expect(cleanToken(pasted)).toBe('');
});

it('begins with the word Bearer where nothing follows it', () => {
  expect(cleanToken('bearer123')).toBe('bearer123');
});
