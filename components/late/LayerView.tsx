import type { LayerProps } from '../layer';
import { FilterPanel } from './FilterPanel';
import { FilterTools } from './FilterTools';
import { Found } from './Found';
import { KeysOverlay } from './KeysOverlay';
import { RemindAgain } from './RemindAgain';
import { RemindLayer } from './RemindLayer';

/** Everything that opens over the list. */
export function LayerView(props: LayerProps) {
  const { layer, canAct, singleKeys, close } = props;
  switch (layer.kind) {
    case 'keys':
      return <KeysOverlay canAct={canAct} singleKeys={singleKeys} onClose={close} />;
    case 'filters':
      return <FilterPanel {...props} />;
    case 'filterTools':
      return <FilterTools {...props} />;
    case 'found':
      return <Found {...props} />;
    case 'remind':
      return <RemindLayer row={layer.row} many={layer.many} {...props} />;
    case 'remindAgain':
      return <RemindAgain row={layer.row} many={layer.many} {...props} />;
  }
}
