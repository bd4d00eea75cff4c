import { useEffect } from 'preact/hooks';

import type { Row } from '../../lib/rows';
import type { LayerProps } from '../layer';
import { remind } from './remind';
import { lastMeant, readMemory } from './remind-memory';

type Props = Pick<LayerProps, 'acts' | 'canAct' | 'open' | 'close'> & { row: Row };

/** Reminds as last time. Where that says nothing ahead of now, the menu asks. */
export function RemindAgain({ row, acts, canAct, open, close }: Props) {
  useEffect(() => {
    let isWanted = true;
    const again = async () => {
      const memory = await readMemory();
      const { lastChoice } = memory;
      const last = lastMeant(memory, Date.now());
      if (!isWanted) return;
      if (!lastChoice || !last) {
        open({ kind: 'remind', row });
        return;
      }
      const archives = lastChoice.archives && canAct.archive;
      remind(acts, row.chat, last.moment, { ...lastChoice, archives });
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
