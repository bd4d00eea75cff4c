import type { Acts } from '@/components/popup/actions/use-act';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import { NoticeView } from './NoticeView';

interface Props {
  acts: Acts;
  snapshot: PageSnapshot | undefined;
  now: number;
}

/** Says what was done. */
export function NoticeBar({ acts, snapshot, now }: Props) {
  const { notice } = acts;
  return notice ? <NoticeView acts={acts} notice={notice} snapshot={snapshot} now={now} /> : null;
}
