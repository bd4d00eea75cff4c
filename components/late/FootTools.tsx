import { useMemo } from 'preact/hooks';

import { t, tn } from '../../lib/i18n';
import { everythingRead } from '../../lib/everything-read';
import type { CanAct } from '../../lib/can-act';
import type { Row } from '../../lib/rows';
import { toggleWanted } from '../../lib/toggle';
import type { Status } from '../../lib/status';
import type { Tab } from '../../lib/views';
import { ableRows } from '../keys';
import type { Acts } from '../hooks/use-acts';
import { UpdateNote } from '../UpdateNote';

import { QuietFoot } from './QuietFoot';
import { undoWords } from '../../lib/notice-words';
import { useLastAct } from './use-last-act';
import { useLooked } from './use-looked';

const UNDO_KEY = 'z';

interface Props {
  status: Status;
  acts: Acts;
  looking: { tab: Tab; query: string };
  rows: readonly Row[];
  canAct: CanAct;
  now: number;
}

/** Until when it is quiet; undo, once its line is gone; and in the inbox, to archive what is read. */
export function FootTools({ status, acts, looking, rows, canAct, now }: Props) {
  const { tab, query } = looking;
  const isInbox = tab === 'inbox' && !query && canAct.archive;
  const read = useMemo(
    () => (isInbox ? ableRows('archive', everythingRead(rows), canAct) : []),
    [isInbox, rows, canAct],
  );
  useLooked();
  const last = useLastAct(acts);
  return (
    <>
      <QuietFoot status={status} />
      <UpdateNote buttonClass="foot-tool" />
      {read.length > 0 && (
        <button
          type="button"
          class="foot-tool"
          title={tn('foot_read', read.length)}
          onClick={() => acts.actOn(toggleWanted('archive', read))}
        >
          {t('foot_archive_read')}
        </button>
      )}
      {last && !acts.notice && (
        <button
          type="button"
          class="foot-tool"
          title={`${undoWords(last, now)} (${UNDO_KEY})`}
          onClick={acts.undo}
        >
          {t('action_undo')}
        </button>
      )}
    </>
  );
}
