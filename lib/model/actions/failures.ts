import { type ErrorCode, ERRORS } from '@/lib/base/errors';
import type { Outbox, OutboxEntry } from './outbox';

/** What was asked for where no page of ours is, and was given up. */
export interface Failure {
  actID: string;
  failed: readonly [OutboxEntry, ...OutboxEntry[]];
  /** To how many chats something was to be done. */
  total: number;
  error: ErrorCode;
}

/** What helps, as the buttons of its notification. */
export type FailureButton = 'settings' | 'retry' | 'undo';

/** All that may be told of: while some of an act is still being tried, more of it may fail. */
export function failuresIn(outbox: Outbox): Failure[] {
  const given = outbox.entries.filter(({ state }) => state === 'failed');
  const actIDs = new Set(given.flatMap(({ id }) => actOfPlace(id) ?? []));
  return [...actIDs].flatMap((actID) =>
    isBeingTried(actID, outbox) ? [] : (failureOf(actID, outbox) ?? []),
  );
}

/** `undefined`: nothing of the act is given up, or no longer. */
export function failureOf(actID: string, { entries, done }: Outbox): Failure | undefined {
  const isOfAct = ({ id }: { id: string }) => actOfPlace(id) === actID;
  const [first, ...others] = entries.filter((one) => one.state === 'failed' && isOfAct(one));
  if (!first) return undefined;
  const known = [...entries.map(({ id }) => id), ...done].filter((id) => isOfAct({ id }));
  // They are numbered, and the first of many that were done may be forgotten already.
  const last = Math.max(...known.map((id) => Number(id.slice(actID.length + 1))));
  const error = first.error ?? 'ownFault';
  return { actID, failed: [first, ...others], total: last + 1, error };
}

export function failureButtons({ actID, failed, total, error }: Failure): FailureButton[] {
  const helps = isSetUp(error) ? 'settings' : 'retry';
  const isUndoable = momentOfPlace(actID) !== undefined && failed.length < total;
  return isUndoable ? [helps, 'undo'] : [helps];
}

/** Whether it is mended where the connection is set up. */
export function isSetUp(error: ErrorCode): boolean {
  const { action } = ERRORS[error];
  return action === 'connect' || action === 'openSettings';
}

/** Names one giving up: what was tried again and failed again is told of again. */
export function namesOf({ failed }: Failure): string[] {
  return failed.map(({ id, attempts }) => `${attempts}:${id}`);
}

/** The acts that such names are of. */
export function actsNamed(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => actOfPlace(name.slice(name.indexOf(':') + 1)) ?? []))];
}

/** At this moment, ms, it was done in a place of the browser's own. */
export function momentOfPlace(actID: string): number | undefined {
  const [, at] = /^place:(\d+)$/.exec(actID) ?? [];
  return at === undefined ? undefined : Number(at);
}

/**
 * The act that an intent is of, if it was begun without a page: in the browser's menus, by its keys
 * (`place`), by an undo there, or by a button of a notification.
 */
function actOfPlace(id: string): string | undefined {
  const [, ofMany] = /^(place:\d+|undo:.+):\d+$/s.exec(id) ?? [];
  return ofMany ?? (/^\w+:(message|reminder):/.test(id) ? id : undefined);
}

/** What waits for Beeper to be back has been tried, and may wait for long. */
function isBeingTried(actID: string, { entries }: Outbox): boolean {
  return entries.some(
    ({ id, state, notBefore }) => state !== 'failed' && notBefore === 0 && actOfPlace(id) === actID,
  );
}
