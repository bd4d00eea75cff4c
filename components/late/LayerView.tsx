import type { LayerProps } from '../layer';
import { FilterPanel } from './FilterPanel';
import { FilterTools } from './FilterTools';
import { Found } from './Found';
import { KeysOverlay } from './KeysOverlay';
import { MainMenu } from './MainMenu';
import { RemindAgain } from './RemindAgain';
import { RemindLayer } from './RemindLayer';
import { Triage } from './triage/Triage';

/** Everything that opens over the list. */
export function LayerView(props: LayerProps) {
  const { layer, snapshot, canAct, open, close } = props;
  switch (layer.kind) {
    case 'keys':
      return <KeysOverlay canMute={canAct.mute} onClose={close} />;
    case 'menu':
      return <MainMenu open={open} onClose={close} />;
    case 'triage':
      return snapshot ? <Triage {...props} snapshot={snapshot} /> : null;
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
