import { type ErrorCode, isErrorCode } from '@/lib/base/errors';
import { readArray, readCount, readMoment, readObject, readOneOf } from '@/lib/base/parse';
import { type IntentKind, INTENT_GROUP } from '@/lib/model/actions/intent';

/** What was being done when something went wrong. */
const DOINGS = ['poll', 'connect', 'signIn', 'reply', 'newChat', ...kinds()] as const;
export type Operation = (typeof DOINGS)[number];

/** Something that went wrong, for the diagnostics: no name, no address, no text. */
export interface LogEntry {
  code: ErrorCode;
  during: Operation;
  /** ms */
  first: number;
  /** ms */
  last: number;
  times: number;
}

const REMEMBERED = 20;

/** The same again is counted, not listed again. Newest last. */
export function addLogEntry(
  logEntries: readonly LogEntry[],
  { code, during }: Pick<LogEntry, 'code' | 'during'>,
  now: number,
): readonly LogEntry[] {
  const last = logEntries.at(-1);
  if (last?.code === code && last.during === during) {
    return [...logEntries.slice(0, -1), { ...last, last: now, times: last.times + 1 }];
  }
  return [...logEntries, { code, during, first: now, last: now, times: 1 }].slice(-REMEMBERED);
}

export function readLogEntries(value: unknown): readonly LogEntry[] | undefined {
  return readArray(value)?.flatMap((one) => readLogEntry(one) ?? []);
}

function readLogEntry(value: unknown): LogEntry | undefined {
  const raw = readObject(value);
  const during = readOneOf<Operation>(raw?.during, DOINGS);
  const first = readMoment(raw?.first);
  const last = readMoment(raw?.last);
  if (!isErrorCode(raw?.code) || !during || first === undefined || last === undefined) {
    return undefined;
  }
  return { code: raw.code, during, first, last, times: readCount(raw.times) ?? 1 };
}

function kinds(): IntentKind[] {
  return Object.keys(INTENT_GROUP) as IntentKind[];
}
