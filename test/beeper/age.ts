/** The builds the stand-in can pretend to be; what a build can do follows from its version alone. */
export const AGES = ['current', 'v4.2.600', 'v4.1.300'] as const;

export type Age = (typeof AGES)[number];

export const APP_VERSION: Record<Age, string> = {
  current: '4.3.20',
  'v4.2.600': '4.2.600',
  'v4.1.300': '4.1.300',
};

/** Asked for every route at every request. */
const known = new Map<string, boolean>();

export function isSince(age: Age, version: string): boolean {
  const question = `${age} ${version}`;
  const answer = known.get(question) ?? isAtLeast(APP_VERSION[age], version);
  known.set(question, answer);
  return answer;
}

function isAtLeast(version: string, least: string): boolean {
  const [have, need] = [numbers(version), numbers(least)];
  const difference = have.map((part, index) => part - (need[index] ?? 0)).find((gap) => gap !== 0);
  return (difference ?? 0) >= 0;
}

/** 4.2.808 is where the 5.0.0 API begins: rich chats, HTML texts, read and unread. */
export function isRich(age: Age): boolean {
  return isSince(age, '4.2.808');
}

function numbers(version: string): number[] {
  return version.split('.').map(Number);
}
