import { errorCode } from '@/lib/base/errors';
import { showTrouble } from '@/lib/browser/notifications';
import type { Commands } from '@/lib/worker/commands/commands';
import type { Deps } from '@/lib/worker/core/session';

/** There is no page of ours to say what went wrong, so a notification does. */
export async function notifyingTrouble({ now }: Deps, work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => showTrouble(now(), errorCode(error)));
}

/** Takes back what was done without a page at this moment, ms. */
export function undoAt(deps: Deps, { undoOne }: Commands, at: number): Promise<void> {
  return notifyingTrouble(deps, undoOne(`${actionID(at)}:0`));
}

/** Names an action by the moment it was asked for, which the notification of it knows too. */
export function actionID(at: number): string {
  return `place:${at}`;
}
