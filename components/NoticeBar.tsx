import type { PageSnapshot } from '../lib/store/follow';
import type { Acts } from './hooks/use-acts';
import { LatePart } from './Late';

interface Props {
  acts: Acts;
  snapshot: PageSnapshot | undefined;
  now: number;
}

/** Where is said what was done. It is there from the start, so that it is heard. */
export function NoticeBar({ acts, snapshot, now }: Props) {
  const { notice } = acts;
  return (
    <div class="notice" role="status">
      {notice && (
        <LatePart part="NoticeView" acts={acts} notice={notice} snapshot={snapshot} now={now} />
      )}
    </div>
  );
}
