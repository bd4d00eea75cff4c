import { useMemo, useRef, useState } from 'preact/hooks';

import type { Acts } from '@/components/popup/actions/use-act';
import { wantedOf } from '@/components/popup/reminders/RemindOverlay';
import { idOf, withActs } from '@/lib/model/actions/action-log';
import { standing } from '@/lib/model/actions/history';
import type { Intent, IntentKind } from '@/lib/model/actions/intent';
import { type ToggleName, toggleWanted } from '@/lib/model/actions/toggle';
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

/** What can be done in a run with the chat that is shown. */
export interface TriageDeeds {
  archive(): void;
  toggleRead(): void;
  toggleMute(): void;
  /** In one go: a reminder may archive as well. */
  remind(intents: readonly Intent[]): void;
  /** An answer has arrived: what there was to read is read, and the next chat comes. */
  replied(): void;
  open(): void;
  skip(): void;
  back(): void;
  /** Takes the last act of the run back; where nothing of it stands, the last act of all. */
  undo(): void;
  /** Takes back what was done in the run, and nothing else. */
  undoAll(): void;
}

const OUTCOME: Partial<Record<IntentKind, Outcome>> = {
  archive: 'archived',
  remind: 'reminded',
  markRead: 'read',
  mute: 'muted',
};

/** A run through the unread chats, as far as it has come. */
export function useTriage(snapshot: PageSnapshot, acts: Acts) {
  const { unconfirmed } = acts;
  const wanted = useMemo(() => withActs(snapshot, unconfirmed), [snapshot, unconfirmed]);
  const unread = useMemo(() => tabRows(wanted, 'unread').map(({ chat }) => chat.id), [wanted]);
  const [kept, setRun] = useState(() => startRun(unread));
  const run = useMemo(() => follow(kept, unread), [kept, unread]);
  const own = new Map(standing(acts.sent).map((one) => [idOf(one) ?? '', one]));
  const stood = withOnly(run, own);
  const ids = stood.deeds.map(({ id }) => id);
  const row = useRow(wanted, currentOf(run)?.chatID);

  const act = (...intents: readonly Intent[]) => {
    const [first] = intents;
    if (!row || !first) return;
    const done = acts.actOn(wantedOf(row, intents));
    setRun(settle(run, OUTCOME[first.kind] ?? 'skipped', done && idOf(done)));
  };
  const toggle = (name: ToggleName) => {
    if (row) act(...toggleWanted(name, [row]).map(({ intent }) => intent));
  };
  const undo = (taken: readonly string[]) => {
    acts.undoBatches(taken);
    setRun(taken.reduceRight(undoBatches, run));
  };

  const deeds: TriageDeeds = {
    archive: () => toggle('archive'),
    toggleRead: () => toggle('toggleRead'),
    toggleMute: () => toggle('toggleMute'),
    remind: (intents) => act(...intents),
    replied: () => {
      if (row) acts.say(t('done_reply', row.chat.title));
      setRun(settle(run, 'replied'));
    },
    open: () => {
      if (!row) return;
      acts.open(row.chat);
      setRun(settle(run, 'opened'));
    },
    skip: () => setRun(skip(run)),
    back: () => setRun(goBack(run)),
    undo: () => (ids.length > 0 ? undo(ids.slice(-1)) : acts.undo()),
    undoAll: () => undo(ids),
  };
  return { run: stood, row, deeds, last: own.get(ids.at(-1) ?? '') };
}

/** As it is now, or as it was last: a chat that is gone from Beeper does not leave under one's eyes. */
function useRow(snapshot: PageSnapshot, id: string | undefined): Row | undefined {
  const seen = useRef(new Map<string, Row>());
  const found = useMemo(() => (id ? rowOfChat(snapshot, id) : undefined), [snapshot, id]);
  if (found) seen.current.set(found.chat.id, found);
  return found ?? (id ? seen.current.get(id) : undefined);
}
