import { useMemo, useRef, useState } from 'preact/hooks';

import type { ActionContext } from '@/components/popup/actions/action';
import { type ActionID, ACTIONS } from '@/components/popup/actions/table';
import type { Acts } from '@/components/popup/actions/use-act';
import { wantedOf } from '@/components/popup/reminders/RemindOverlay';
import { idOf, type RequestedAction, withActs } from '@/lib/model/actions/action-log';
import { standing } from '@/lib/model/actions/history';
import type { Intent, IntentKind } from '@/lib/model/actions/intent';
import { type Row, rowOfChat } from '@/lib/model/chats/rows';
import { tabRows } from '@/lib/model/list/tabs';
import {
  currentOf,
  follow,
  goBack,
  type Outcome,
  settle,
  skip,
  startRun,
  undoBatches,
  withOnly,
} from '@/lib/model/list/triage';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import { t } from '@/lib/text/i18n';

/** What moves a run on or back. */
export interface TriageMoves {
  skip(): void;
  back(): void;
  /** Takes the last act of the run back; where nothing of it stands, the last act of all. */
  undo(): void;
}

const OUTCOME: Partial<Record<IntentKind, Outcome>> = {
  archive: 'archived',
  remind: 'reminded',
  markRead: 'read',
  mute: 'muted',
};

/** A run through the unread chats, as far as it has come. */
export function useTriage(snapshot: PageSnapshot, acts: Acts, show: ActionContext['show']) {
  const { unconfirmed } = acts;
  const expected = useMemo(() => withActs(snapshot, unconfirmed), [snapshot, unconfirmed]);
  const unread = useMemo(() => tabRows(expected, 'unread').map(({ chat }) => chat.id), [expected]);
  const [kept, setRun] = useState(() => startRun(unread));
  const run = useMemo(() => follow(kept, unread), [kept, unread]);
  const own = new Map(standing(acts.sent).map((one) => [idOf(one) ?? '', one]));
  const stood = withOnly(run, own);
  const ids = stood.actions.map(({ id }) => id);
  const row = useRow(expected, currentOf(run)?.chatID);

  const request = (wanted: readonly RequestedAction[]) => {
    const [first] = wanted;
    if (!first) return;
    const done = acts.actOn(wanted);
    setRun(settle(run, OUTCOME[first.intent.kind] ?? 'skipped', done && idOf(done)));
  };
  const context: ActionContext = {
    acts,
    request,
    show,
    openInBeeper: ({ chat }) => {
      acts.open(chat);
      setRun(settle(run, 'opened'));
    },
  };
  const undo = (taken: readonly string[]) => {
    acts.undoBatches(taken);
    setRun(taken.reduceRight(undoBatches, run));
  };

  const moves: TriageMoves = {
    skip: () => setRun(skip(run)),
    back: () => setRun(goBack(run)),
    undo: () => (ids.length > 0 ? undo(ids.slice(-1)) : acts.undo()),
  };
  return {
    run: stood,
    row,
    moves,
    last: own.get(ids.at(-1) ?? ''),
    runAction: (id: ActionID) => row && ACTIONS[id].run(context, [row]),
    /** In one go: a reminder may archive as well. */
    remind: (intents: readonly Intent[]) => row && request(wantedOf(row, intents)),
    /** An answer has arrived: what there was to read is read, and the next chat comes. */
    replied: () => {
      if (row) acts.say(t('done_reply', row.chat.title));
      setRun(settle(run, 'replied'));
    },
    /** Takes back what was done in the run, and nothing else. */
    undoAll: () => undo(ids),
  };
}

/** As it is now, or as it was last: a chat that is gone from Beeper does not leave under one's eyes. */
function useRow(snapshot: PageSnapshot, id: string | undefined): Row | undefined {
  const seen = useRef(new Map<string, Row>());
  const found = useMemo(() => (id ? rowOfChat(snapshot, id) : undefined), [snapshot, id]);
  if (found) seen.current.set(found.chat.id, found);
  return found ?? (id ? seen.current.get(id) : undefined);
}
