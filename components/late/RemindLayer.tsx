import { useEffect, useState } from 'preact/hooks';

import type { Row } from '../../lib/rows';
import type { LayerProps } from '../layer';
import { knownMemory, readMemory } from './remind-memory';
import { RemindMenu } from './RemindMenu';
import { RowAnchor } from './RowAnchor';

/** The reminder menu at its row, with what it goes by. */
export function RemindLayer({ row, ...props }: LayerProps & { row: Row }) {
  const [memory, setMemory] = useState(knownMemory);
  useEffect(() => void readMemory().then(setMemory), []);
  if (!memory) return null;
  return (
    <RowAnchor chatID={row.chat.id} onClose={props.close}>
      <RemindMenu row={row} memory={memory} {...props} />
    </RowAnchor>
  );
}
