import { readArray, readCount, readMoment, readObject, readText } from '@/lib/base/parse';
import { DAY, HOUR } from '@/lib/base/time';

/** What is known of one picture. */
export interface StoredPicture {
  /** As Beeper names it: what has another picture has another address. */
  address: string;
  /** When it was last drawn or, if it cannot be had, asked for, ms. */
  at: number;
  /** Characters of the picture as it is stored; 0 for one that cannot be had. */
  size: number;
}

/** The pictures kept, by address. The pictures themselves lie beside it. */
export type AvatarIndex = ReadonlyMap<string, StoredPicture>;

/** Some forty screens of chats. */
const MOST_PICTURES = 400;
const MOST_CHARACTERS = 2 * 1024 * 1024;

/** A picture that could not be had is asked for again after this. */
const FORGET_MISSING = DAY;

/**
 * `StoredPicture.at` may be this much too early: drawing the same screen again is not worth a
 * write.
 */
const DRAWN_PRECISION = HOUR;

/** Addresses worth asking Beeper for. */
export function missingFrom(
  avatarIndex: AvatarIndex,
  addresses: readonly string[],
  now: number,
): string[] {
  return addresses.filter((address) => {
    const kept = avatarIndex.get(address);
    return !kept || (kept.size === 0 && isLongAgo(kept, FORGET_MISSING, now));
  });
}

/** The index, with these as drawn now; the same one when there is nothing worth noting. */
export function drawnFrom(
  avatarIndex: AvatarIndex,
  addresses: readonly string[],
  now: number,
): AvatarIndex {
  const stale = addresses
    .flatMap((address) => avatarIndex.get(address) ?? [])
    .filter((kept) => kept.size > 0 && isLongAgo(kept, DRAWN_PRECISION, now));
  if (stale.length === 0) return avatarIndex;
  return new Map([
    ...avatarIndex,
    ...stale.map((kept) => [kept.address, { ...kept, at: now }] as const),
  ]);
}

/** The index with one more, and what has to leave it: those drawn longest ago. */
export function placedOn(
  avatarIndex: AvatarIndex,
  kept: StoredPicture,
): { avatarIndex: AvatarIndex; dropped: string[] } {
  const all = [...avatarIndex.values()].filter(({ address }) => address !== kept.address);
  const stay = fitting([kept, ...all.toSorted((a, b) => b.at - a.at)]);
  return {
    avatarIndex: stay,
    dropped: [...avatarIndex.keys()].filter((address) => !stay.has(address)),
  };
}

/** The first of these, as many as there is room for. */
function fitting(wanted: readonly StoredPicture[]): AvatarIndex {
  const stay = new Map<string, StoredPicture>();
  let characters = 0;
  for (const kept of wanted) {
    characters += kept.size;
    if (stay.size === MOST_PICTURES || characters > MOST_CHARACTERS) break;
    stay.set(kept.address, kept);
  }
  return stay;
}

export function readAvatarIndex(value: unknown): AvatarIndex {
  const kept = (readArray(value) ?? []).flatMap((one) => readStoredPicture(one) ?? []);
  return new Map(kept.map((one) => [one.address, one]));
}

function readStoredPicture(value: unknown): StoredPicture | undefined {
  const raw = readObject(value);
  const address = readText(raw?.address);
  const at = readMoment(raw?.at);
  const size = readCount(raw?.size);
  if (!address || at === undefined || size === undefined) return undefined;
  return { address, at, size };
}

/** Either way round: the clock may have been put back since. */
function isLongAgo({ at }: StoredPicture, after: number, now: number): boolean {
  return Math.abs(now - at) > after;
}
