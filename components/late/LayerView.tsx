import type { LayerProps } from '../layer';
import { KeysOverlay } from './KeysOverlay';
import { MainMenu } from './MainMenu';
import { RemindMenu } from './RemindMenu';
import { RowAnchor } from './RowAnchor';
import { Triage } from './triage/Triage';

/** Everything that opens over the list. */
export function LayerView(props: LayerProps) {
  const { layer, snapshot, acts, canAct, now, open, close } = props;
  switch (layer.kind) {
    case 'keys':
      return <KeysOverlay canMute={canAct.mute} onClose={close} />;
    case 'menu':
      return <MainMenu open={open} onClose={close} />;
    case 'triage':
      return snapshot ? <Triage {...props} snapshot={snapshot} /> : null;
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
