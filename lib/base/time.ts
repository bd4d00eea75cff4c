/** Durations in milliseconds. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Milliseconds since the epoch; passed in wherever a decision depends on it. */
export type Clock = () => number;

/** The next whole minute: what people and servers name moments by. */
export function wholeMinute(at: number): number {
  return Math.ceil(at / MINUTE) * MINUTE;
}
