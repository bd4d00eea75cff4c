import { readArray, readMoment, readObject, readString } from '@/lib/base/parse';
import type { Step } from './action-log';
import type { History, PastAct } from './history';
import { readIntent, readPendingIntent } from './intent';

/** What was done, as we stored it; what of it cannot be read is not taken back. */
export function readHistory(value: unknown): History | undefined {
  return readArray(value)?.flatMap((act) => readPastAct(act) ?? []);
}

function readPastAct(value: unknown): PastAct | undefined {
  const raw = readObject(value);
  const at = readMoment(raw?.at);
  const steps = readArray(raw?.steps)?.flatMap((step) => readStep(step) ?? []) ?? [];
  return at === undefined || steps.length === 0 ? undefined : { at, steps };
}

function readStep(value: unknown): Step | undefined {
  const raw = readObject(value);
  const stamped = readPendingIntent(raw?.stamped);
  const undo = readIntent(raw?.undo);
  const seenTo = readMoment(raw?.seenTo);
  if (!stamped || !undo || seenTo === undefined) return undefined;
  const rang = readMoment(raw?.rang);
  const title = readString(raw?.title) ?? '';
  return { stamped, undo, seenTo, title, ...(rang !== undefined && { rang }) };
}
