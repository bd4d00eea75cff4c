import { useMemo } from 'preact/hooks';

import { t, tn } from '../../lib/i18n';
import { everythingRead } from '../../lib/everything-read';
import type { CanAct } from '../../lib/can-act';
import type { Row } from '../../lib/rows';
import { toggleWanted } from '../../lib/toggle';
import type { Tab } from '../../lib/views';
import type { Acts } from '../hooks/use-acts';

interface Props {
  acts: Acts;
  looking: { tab: Tab; query: string };
  rows: readonly Row[];
  canAct: CanAct;
}

/** Undo, once the line that offered it is gone; and in the inbox, to archive what is read. */
export function FootTools({ acts, looking, rows, canAct }: Props) {
  const { tab, query } = looking;
  const isInbox = tab === 'inbox' && !query && canAct.archive;
  const read = useMemo(() => (isInbox ? everythingRead(rows) : []), [isInbox, rows]);
  return (
    <>
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
      {acts.canUndo && !acts.notice && (
        <button type="button" class="foot-tool" title="z" onClick={acts.undo}>
          {t('action_undo')}
        </button>
      )}
    </>
  );
}
