/** Numbers as words, as far as anybody says them with half an hour. */
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
};

const AMOUNT = `(\\d{1,2}|${Object.keys(NUMBERS).join('|')})`;

/** "an hour and a half", "two and a half hours" */
const HALVES = [
  new RegExp(`^(?:in )?${AMOUNT} hours? and a half$`),
  new RegExp(`^(?:in )?${AMOUNT} and a half hours?$`),
];

/** What people write, and what chrono-node reads in its place. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\b([ap])\.\s?m\b\.?/g, '$1m'],
  // With its half of the day a clock time is one word.
  [/\b(\d{1,2}(?::\d{2})?) ([ap]m)\b/g, '$1$2'],
  [/\btues\b/g, 'tue'],
  [/\bweds\b/g, 'wed'],
  [/\bthurs?\b/g, 'thu'],
  [/\b(?:in )?a fortnight\b/g, 'in 14 days'],
  [/\b(?:at )?(?:the )?(?:eod|end of (?:the |my )?day)\b/g, 'evening'],
  [/\bafter (?:the )?lunch\b/g, '2pm'],
  // The day is said first.
  [/^(evening|2pm) (?:on )?(.+)$/, '$2 $1'],
  [/^evening$/, 'this evening'],
];

/** Typed words in lower case and in the one spelling that is read. */
export function normalizeTyped(words: string): string {
  const text = words.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  for (const pattern of HALVES) {
    const [, amount = ''] = pattern.exec(text) ?? [];
    if (amount) return `in ${(NUMBERS[amount] ?? Number(amount)) * 60 + 30} minutes`;
  }
  return SPELLINGS.reduce((spelt, [pattern, read]) => spelt.replace(pattern, read), text);
}
