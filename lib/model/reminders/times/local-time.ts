import { readMoment, readString } from '@/lib/base/parse';
import { MINUTE } from '@/lib/base/time';

/**
 * A date and time of day without a zone, as a `datetime-local` field writes it. "Monday at nine"
 * means nine wherever one is by then.
 */
export type LocalDateTime = `${number}-${number}-${number}T${number}:${number}`;

/**
 * The moment, ms, at which clocks here and now show this time. As calendars have it (RFC 5545,
 * 3.3.5): one that the clocks skip is as long after the skip, of one that comes twice the first.
 */
export function momentOfLocal(wall: LocalDateTime): number {
  return new Date(wall).getTime();
}

/** What clocks here and now show at a moment, to the minute. */
export function localOf(at: number): LocalDateTime {
  return toMinute(at - new Date(at).getTimezoneOffset() * MINUTE);
}

/** A time that no calendar has reads as none. */
export function readLocalDateTime(value: unknown): LocalDateTime | undefined {
  const at = readMoment(`${readString(value)}Z`);
  return at !== undefined && toMinute(at) === value ? value : undefined;
}

function toMinute(at: number): LocalDateTime {
  return new Date(at).toISOString().slice(0, 16) as LocalDateTime;
}
