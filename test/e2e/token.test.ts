import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createRandom } from '../beeper/random';
import { BROWSERS } from './stage';
import { anyOf } from './surfaces/any-of';
import { type Surface, SURFACES } from './surfaces/evidence';
import { find } from './surfaces/search';
import { type Seen, useEverything } from './surfaces/use-everything';

const NOTHING = { pasted: [], granted: [], repeated: [], verifier: [] };
const SESSION_MS = 5 * 60_000;

describe.each(BROWSERS)('after a session of use in %s', (browser) => {
  let folder: string;
  let seen: Seen;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'companion-token-'));
    seen = await useEverything(browser, folder);
  }, SESSION_MS);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('the tokens that are looked for are those that were used', () => {
    const { pasted, granted, repeated, verifier } = seen.secrets;
    expect([...seen.shown]).toEqual(expect.arrayContaining([pasted, granted, repeated]));
    expect(new Set([pasted, granted, repeated])).toHaveProperty('size', 3);
    // https://www.rfc-editor.org/rfc/rfc7636#section-4.1: 32 random bytes are 43 letters.
    expect(verifier).toHaveLength(43);
  });

  test.each(Object.keys(SURFACES) as Surface[])('no secret is in the %s', (surface) => {
    const texts = seen.evidence[surface];
    const found = Object.entries(seen.secrets).map(([name, secret]) => [name, find(secret, texts)]);
    expect(Object.fromEntries(found)).toEqual(NOTHING);
    // What is there is found.
    expect(find(seen.planted[SURFACES[surface]], texts)).not.toEqual([]);
  });

  test('no secret is in the files of the profile', () => {
    for (const { canary, ...found } of seen.files) {
      expect(found).toEqual(NOTHING);
      expect(canary).not.toEqual([]);
    }
  });

  test('the field for the token is empty once it was taken', () => {
    expect(seen.field).toBe('');
  });
});

const SECRET = 'f3a9-Kq/7=+zT0~uLw%c2bX8vY&d1eM5nP6rS4gH';

test.each([
  ['as it is', SECRET],
  ['its first half', SECRET.slice(0, SECRET.length / 2)],
  ['its second half', SECRET.slice(SECRET.length / 2)],
  ['in an address', `?next=${encodeURIComponent(SECRET)}`],
  ['as base64', btoa(SECRET)],
  ['within base64', btoa(`Bearer ${SECRET}.`)],
  ['within base64 at another place', btoa(`Bearer: ${SECRET}`)],
  ['as base64 for addresses', Buffer.from(`:${SECRET}`).toString('base64url')],
  ['as hexadecimal digits', Buffer.from(SECRET).toString('hex')],
  ['as databases write it', Buffer.from(SECRET, 'utf16le').toString('latin1')],
])('a secret is found %s', (_form, text) => {
  expect(find(SECRET, ['other', `before ${text} after`])).toHaveLength(1);
  expect(find(SECRET.toLowerCase(), [text])).toEqual([]);
});

test('any of many texts is found wherever each alone would be', () => {
  const draw = createRandom(7);
  const letters = (count: number) =>
    Array.from({ length: count }, () => draw.pick(['a', 'b'])).join('');
  for (let round = 0; round < 2000; round += 1) {
    const wanted = Array.from({ length: draw.int(1, 4) }, () => letters(draw.int(5, 8)));
    const text = letters(draw.int(0, 60));
    const places = wanted.map((one) => text.indexOf(one)).filter((at) => at >= 0);
    const first = places.length > 0 ? Math.min(...places) : -1;
    expect(anyOf(wanted)(Buffer.from(text))).toBe(first);
  }
});
