/** Between the names of `Chat.people`. */
export const SEPARATOR = ', ';

/**
 * What to keep where an answer names people. Listings show some of them, more or fewer: as long as
 * they name nobody new, what is known says as much, and is not written anew.
 */
export function knownPeople(known: string | undefined, told: string | undefined) {
  if (known === undefined || told === undefined) return told ?? known;
  const before = new Set(known.split(SEPARATOR));
  const isOld = told.split(SEPARATOR).every((name) => name === '' || before.has(name));
  return isOld ? known : told;
}
