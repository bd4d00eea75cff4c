import type { LayerProps } from '../layer';
import { KeysOverlay } from './KeysOverlay';
import { readMemory } from './remind-memory';
import { RemindAgain } from './RemindAgain';
import { RemindLayer } from './RemindLayer';

// Read ahead: the menu is to be there as soon as its key is pressed.
void readMemory();

/** Everything that opens over the list. */
export function LayerView(props: LayerProps) {
  const { layer, canAct, close } = props;
  switch (layer.kind) {
    case 'keys':
      return <KeysOverlay canMute={canAct.mute} onClose={close} />;
    case 'remind':
      return <RemindLayer row={layer.row} many={layer.many} {...props} />;
    case 'remindAgain':
      return <RemindAgain row={layer.row} many={layer.many} {...props} />;
  }
}
