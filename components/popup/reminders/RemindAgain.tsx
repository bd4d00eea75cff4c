import { useEffect } from 'preact/hooks';

import type { OverlayProps } from '@/components/popup/overlays/overlay-props';
import type { Row } from '@/lib/model/chats/rows';
import { remindIntents } from '@/lib/model/reminders/last-choice';
import { wantedOf } from './RemindOverlay';
import { lastTimeSpec, readMemory } from './remind-memory';

type Props = Pick<OverlayProps, 'acts' | 'canAct' | 'open' | 'close'> & {
  row: Row;
  many: readonly Row[] | undefined;
};

/** Reminds as last time. Where that says nothing ahead of now, the menu asks. */
export function RemindAgain({ row, many, acts, canAct, open, close }: Props) {
  useEffect(() => {
    let isWanted = true;
    const again = async () => {
      const memory = await readMemory();
      const { lastChoice } = memory;
      const last = lastTimeSpec(memory, Date.now());
      if (!isWanted) return;
      if (!lastChoice || !last) {
        open({ kind: 'remind', row, ...(many && { many }) });
        return;
      }
      const archives = lastChoice.archives && canAct.archive;
      const intents = remindIntents(last.moment, { ...lastChoice, archives });
      acts.actOn((many ?? [row]).flatMap((one) => wantedOf(one, intents)));
      close();
    };
    void again();
    return () => {
      isWanted = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it was asked for
  }, []);
  return null;
}
