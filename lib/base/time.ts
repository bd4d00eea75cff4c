/** Durations in milliseconds. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Milliseconds since the epoch; passed in wherever a decision depends on it. */
export type Clock = () => number;

/** A clock that never tells the same moment twice: what happens within a millisecond stays in order. */
export function strictlyLater(now: Clock): Clock {
  let last = -Infinity;
  return () => {
    const moment = now();
    // By more than a millisecond only a clock that was put back is behind.
    last = moment <= last && last - moment < 1 ? last + STEP : moment;
    return last;
  };
}

/** A thousandth of a millisecond: no request is made in less. */
const STEP = 0.001;

/** The next whole minute: what people and servers name moments by. */
export function wholeMinute(at: number): number {
  return Math.ceil(at / MINUTE) * MINUTE;
}
