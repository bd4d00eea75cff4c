import { warn } from '@/lib/base/log';
import { isShowing, showFailure, withdraw } from '@/lib/browser/notifications';
import {
  actsNamed,
  type Failure,
  failureOf,
  failuresIn,
  momentOfPlace,
  namesOf,
} from '@/lib/model/actions/failures';
import type { OutboxEntry } from '@/lib/model/actions/outbox';
import { failedText } from '@/lib/model/actions/texts';
import { failureID, outcomeID } from '@/lib/model/notifications/ids';
import type { Deps } from '@/lib/worker/core/session';
import type { State } from '@/lib/worker/core/state';

/**
 * Tells of what was done where no page of ours is and was given up since, each once: what was told
 * is stored, so that the next worker knows.
 */
export async function notifyFailures({ store }: Deps): Promise<void> {
  const state = await store.read();
  await withdrawSettled(state);
  const told = stillNotified(state);
  for (const failure of failuresIn(state.outbox)) {
    const names = namesOf(failure);
    const fresh = names.filter((name) => !told.includes(name));
    if (fresh.length === 0) continue;
    // A worker before may have got as far as showing it.
    const isThere = fresh.length === names.length && (await isShowing(failureID(failure.actID)));
    if (isThere || (await isShown(state, failure))) told.push(...fresh);
  }
  if (told.join() === state.notifiedFailures.join()) return;
  await store.update((current) => ({ ...current, notifiedFailures: told }));
}

/** Tried again, taken back or given up elsewhere: nothing is left to be said of it. */
async function withdrawSettled({ notifiedFailures, outbox }: State): Promise<void> {
  const settled = actsNamed(notifiedFailures).filter((actID) => !failureOf(actID, outbox));
  for (const actID of settled) await withdraw(failureID(actID));
}

function stillNotified({ notifiedFailures, outbox }: State): string[] {
  const failures = actsNamed(notifiedFailures).flatMap((actID) => failureOf(actID, outbox) ?? []);
  const names = new Set(failures.flatMap(namesOf));
  return notifiedFailures.filter((name) => names.has(name));
}

/** In place of what says that it was done. */
async function isShown(state: State, failure: Failure): Promise<boolean> {
  const { failed, total, actID } = failure;
  const steps = failed.map((entry) => ({ stamped: entry, title: titleOf(entry, state) }));
  const at = momentOfPlace(actID);
  try {
    if (at !== undefined) await withdraw(outcomeID('done', at));
    await showFailure(failure, failedText(steps, total));
    return true;
  } catch (error) {
    warn('a notification could not be shown and is tried again', error);
    return false;
  }
}

/** A chat that is gone is still called what it was called when something was to be done to it. */
function titleOf({ id, chatID }: OutboxEntry, { history, chats }: State): string {
  const steps = history.flatMap((act) => act.steps);
  const known = steps.find(({ stamped }) => stamped.id === id) ?? chats.get(chatID);
  return known?.title ?? '';
}
