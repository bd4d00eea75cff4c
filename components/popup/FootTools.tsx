import { useEffect, useMemo } from 'preact/hooks';

import { UpdateNote } from '@/components/parts/UpdateNote';
import { UndoTool } from '@/components/popup/actions/UndoTool';
import { ableRows } from '@/components/popup/actions/offers';
import type { Acts } from '@/components/popup/actions/use-act';
import { keepFocus } from '@/components/popup/overlays/keep-focus';
import { toggleWanted } from '@/lib/model/actions/toggle';
import type { CanAct } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import type { Status } from '@/lib/model/connection/status';
import { everythingRead } from '@/lib/model/list/everything-read';
import type { Tab } from '@/lib/model/list/tabs';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import { t, tn } from '@/lib/text/i18n';
import { QuietFoot } from './QuietFoot';
import { useBaseline } from './use-looked';

interface Props {
  status: Status;
  acts: Acts;
  snapshot: PageSnapshot | undefined;
  listQuery: { tab: Tab; query: string };
  rows: readonly Row[];
  canAct: CanAct;
  now: number;
}

/** Until when it is quiet; undo, where no line offers it; and in the inbox, to archive what is read. */
export function FootTools({ status, acts, snapshot, listQuery, rows, canAct, now }: Props) {
  const { tab, query } = listQuery;
  const isInbox = tab === 'inbox' && !query && canAct.archive;
  const read = useMemo(
    () => (isInbox ? ableRows('archive', everythingRead(rows), canAct) : []),
    [isInbox, rows, canAct],
  );
  useBaseline();
  // Here, because these are there as long as the list is.
  useEffect(keepFocus, []);
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
      <UndoTool acts={acts} snapshot={snapshot} now={now} />
    </>
  );
}
