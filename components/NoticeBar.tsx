import type { PageSnapshot } from '../lib/store/follow';
import type { Acts, Notice } from './hooks/use-acts';
import { useLate } from './Late';

interface Props {
  acts: Acts;
  snapshot: PageSnapshot | undefined;
  now: number;
}

export interface NoticeProps extends Props {
  notice: Notice;
}

/** Where is said what was done. It is there from the start, so that it is heard. */
export function NoticeBar(props: Props) {
  const { notice } = props.acts;
  return (
    <div class="notice" role="status">
      {notice && <LateNotice {...props} notice={notice} />}
    </div>
  );
}

function LateNotice(props: NoticeProps) {
  const late = useLate();
  return late ? <late.NoticeView {...props} /> : null;
}
