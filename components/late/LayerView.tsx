import type { LayerProps } from '../layer';
import { FilterPanel } from './FilterPanel';
import { FilterTools } from './FilterTools';
import { Found } from './Found';
import { KeysOverlay } from './KeysOverlay';
import { RemindMenu } from './RemindMenu';
import { RowAnchor } from './RowAnchor';

export { findChats } from '../../lib/find/find-chats';

/** Everything that opens over the list. */
export function LayerView(props: LayerProps) {
  const { layer, acts, canAct, now, close } = props;
  switch (layer.kind) {
    case 'keys':
      return <KeysOverlay canMute={canAct.mute} onClose={close} />;
    case 'filters':
      return <FilterPanel {...props} />;
    case 'filterTools':
      return <FilterTools {...props} />;
    case 'found':
      return <Found {...props} />;
    case 'remind':
      return (
        <RowAnchor chatID={layer.row.chat.id} onClose={close}>
          <RemindMenu
            row={layer.row}
            now={now}
            onIntent={(intent) => {
              acts.act(layer.row.chat, intent);
              close();
            }}
            onClose={close}
          />
        </RowAnchor>
      );
  }
}
