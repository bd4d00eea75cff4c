import { readString } from './read';

/** A time of day, as a `time` field writes it: 22:00. As text they are in the order of the day. */
export type TimeOfDay = `${number}:${number}`;

export function readTimeOfDay(value: unknown): TimeOfDay | undefined {
  const text = readString(value) ?? '';
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? (text as TimeOfDay) : undefined;
}
