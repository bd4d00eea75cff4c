import { eventually } from '../browsers/eventually';

export interface Check {
  /** What is looked at, as in "the foot of the popup". */
  what: string;
  wanted: string;
  seen: () => Promise<string | undefined> | string | undefined;
  timeoutMs?: number;
}

/** Waits until exactly this is seen. */
export function is(check: Check): Promise<void> {
  return settle(check, (seen) => seen === check.wanted);
}

/** Waits until what is seen has this in it. */
export function says(check: Check): Promise<void> {
  return settle(check, (seen) => seen.includes(check.wanted));
}

/** Waits until what is seen begins so. */
export function begins(check: Check): Promise<void> {
  return settle(check, (seen) => seen.startsWith(check.wanted));
}

async function settle(
  { what, wanted, seen, timeoutMs = 12_000 }: Check,
  fits: (seen: string) => boolean,
): Promise<void> {
  let last = '';
  const look = async () => {
    last = (await seen()) ?? '';
    return fits(last);
  };
  await eventually(look, { timeoutMs, intervalMs: 100 }).catch((cause: unknown) => {
    throw new Error(`${what}: expected "${wanted}", seen "${last}"`, { cause });
  });
}
