import { onTestFinished } from 'vitest';

/** Some with odd offsets, and with clocks that change by odd amounts or at midnight. */
export const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
];

/** From here on, until the test is over, the computer stands elsewhere. */
export function travelTo(zone: string): void {
  const before = process.env.TZ;
  onTestFinished(() => setZone(before));
  setZone(zone);
}

/** Does something as if the computer stood elsewhere. */
export function inZone<T>(zone: string, work: () => T): T {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return work();
  } finally {
    setZone(before);
  }
}

function setZone(zone: string | undefined): void {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
}
