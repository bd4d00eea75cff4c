import { noticeWords } from '@/components/popup/NoticeView';
import type { Act } from '@/lib/model/actions/action-log';
import { undoWords } from '@/lib/model/actions/texts';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import { t } from '@/lib/text/i18n';
import type { Acts } from './use-act';
import { useLastAct } from './use-last-action';

const UNDO_KEY = 'z';

interface Props {
  acts: Acts;
  snapshot: PageSnapshot | undefined;
  now: number;
  /** What it takes back; left out: the last act of all. */
  own?: Act | undefined;
}

/** Undo, while no line offers it: what else is said takes the place of what was done before. */
export function UndoTool({ acts, snapshot, now, own }: Props) {
  const last = useLastAct(acts);
  const { notice } = acts;
  const act = own ?? last;
  if (!act || (notice && noticeWords({ notice, snapshot, now }).canUndo)) return null;
  return (
    <button
      type="button"
      class="foot-tool"
      title={`${undoWords(act, now)} (${UNDO_KEY})`}
      onClick={acts.undo}
    >
      {t('action_undo')}
    </button>
  );
}
