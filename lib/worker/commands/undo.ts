import { idOf } from '@/lib/model/actions/action-log';
import { type PastAct, REACH } from '@/lib/model/actions/history';
import { actText } from '@/lib/model/actions/texts';
import { undoingAct } from '@/lib/model/actions/undo';
import type { Deps } from '@/lib/worker/core/session';
import type { State } from '@/lib/worker/core/state';
import type { actCommands } from './act';

/** Undo for places without a page; whatever has happened to the worker since. */
export function undoCommands(
  { store, now }: Deps,
  { act, dismiss }: Pick<ReturnType<typeof actCommands>, 'act' | 'dismiss'>,
) {
  const undoBatches = async (past: PastAct | undefined): Promise<void> => {
    const id = past && idOf(past);
    if (!past || id === undefined) return;
    const undoing = undoingAct(`undo:${id}`, past, await store.read());
    if (undoing.givenUp.length > 0) await dismiss({ ids: undoing.givenUp });
    await act({ intents: undoing.act.steps.map(({ stamped }) => stamped), undoes: id });
  };

  return {
    /** The last of all that was done not long ago. */
    undoLast: async () => undoBatches(lastAct(await store.read(), now())),
    /** The act with the intent of this id. */
    undoOne: async (id: string) => undoBatches(actWith(await store.read(), id)),
    /** What was done, in words; `undefined`: nothing was. */
    describeAct: async (id: string): Promise<string | undefined> => {
      const past = actWith(await store.read(), id);
      return past && actText(past, now());
    },
  };
}

export function lastAct({ history }: State, now: number): PastAct | undefined {
  const last = history.at(-1);
  return last && last.at > now - REACH ? last : undefined;
}

function actWith({ history }: State, id: string): PastAct | undefined {
  return history.find((past) => idOf(past) === id);
}
