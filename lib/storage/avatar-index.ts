import { readArray, readCount, readMoment, readObject, readText } from '@/lib/base/parse';
import { DAY, HOUR } from '@/lib/base/time';

/** What is known of one picture. */
export interface Kept {
  /** As Beeper names it: what has another picture has another address. */
  address: string;
  /** When it was last drawn or, if it cannot be had, asked for, ms. */
  at: number;
  /** Characters of the picture as it is stored; 0 for one that cannot be had. */
  size: number;
}

/** The pictures kept, by address. The pictures themselves lie beside it. */
export type Shelf = ReadonlyMap<string, Kept>;

/** Some forty screens of chats. */
const MOST_PICTURES = 400;
const MOST_CHARACTERS = 2 * 1024 * 1024;

/** A picture that could not be had is asked for again after this. */
const FORGET_MISSING = DAY;

/** `Kept.at` may be this much too early: drawing the same screen again is not worth a write. */
const DRAWN_PRECISION = HOUR;

/** Addresses worth asking Beeper for. */
export function missingFrom(shelf: Shelf, addresses: readonly string[], now: number): string[] {
  return addresses.filter((address) => {
    const kept = shelf.get(address);
    return !kept || (kept.size === 0 && isLongAgo(kept, FORGET_MISSING, now));
  });
}

/** The shelf, with these as drawn now; the same one when there is nothing worth noting. */
export function drawnFrom(shelf: Shelf, addresses: readonly string[], now: number): Shelf {
  const stale = addresses
    .flatMap((address) => shelf.get(address) ?? [])
    .filter((kept) => kept.size > 0 && isLongAgo(kept, DRAWN_PRECISION, now));
  if (stale.length === 0) return shelf;
  return new Map([...shelf, ...stale.map((kept) => [kept.address, { ...kept, at: now }] as const)]);
}

/** The shelf with one more, and what has to leave it: those drawn longest ago. */
export function placedOn(shelf: Shelf, kept: Kept): { shelf: Shelf; dropped: string[] } {
  const all = [...shelf.values()].filter(({ address }) => address !== kept.address);
  const stay = fitting([kept, ...all.toSorted((a, b) => b.at - a.at)]);
  return { shelf: stay, dropped: [...shelf.keys()].filter((address) => !stay.has(address)) };
}

/** The first of these, as many as there is room for. */
function fitting(wanted: readonly Kept[]): Shelf {
  const stay = new Map<string, Kept>();
  let characters = 0;
  for (const kept of wanted) {
    characters += kept.size;
    if (stay.size === MOST_PICTURES || characters > MOST_CHARACTERS) break;
    stay.set(kept.address, kept);
  }
  return stay;
}

export function readShelf(value: unknown): Shelf {
  const kept = (readArray(value) ?? []).flatMap((one) => readKept(one) ?? []);
  return new Map(kept.map((one) => [one.address, one]));
}

function readKept(value: unknown): Kept | undefined {
  const raw = readObject(value);
  const address = readText(raw?.address);
  const at = readMoment(raw?.at);
  const size = readCount(raw?.size);
  if (!address || at === undefined || size === undefined) return undefined;
  return { address, at, size };
}

/** Either way round: the clock may have been put back since. */
function isLongAgo({ at }: Kept, after: number, now: number): boolean {
  return Math.abs(now - at) > after;
}
