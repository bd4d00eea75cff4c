/** What may come along when a token is copied: quotes of every kind, brackets, backticks. */
const AROUND = /^["'`“”„‘’‚«»<([]+|["'`“”„‘’«»>)\],;]+$/gu;

/**
 * A pasted token without what can be no part of one: the words of a header before it, quotes around
 * it, spaces at its ends and invisible characters.
 */
export function cleanToken(pasted: string): string {
  return pasted
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/\p{Cf}+/gu, '')
    .trim()
    .replaceAll(AROUND, '')
    .replace(/^(authorization\s*:\s*)?(bearer(\s+|$))?/i, '')
    .replaceAll(AROUND, '');
}
