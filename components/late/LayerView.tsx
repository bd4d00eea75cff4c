import type { LayerProps } from '../layer';
import { KeysOverlay } from './KeysOverlay';
import { RemindMenu } from './RemindMenu';
import { RowAnchor } from './RowAnchor';

/** Everything that opens over the list. */
export function LayerView(props: LayerProps) {
  const { layer, acts, canAct, singleKeys, now, close } = props;
  switch (layer.kind) {
    case 'keys':
      return <KeysOverlay canAct={canAct} singleKeys={singleKeys} onClose={close} />;
    case 'remind':
      return (
        <RowAnchor chatID={layer.row.chat.id} onClose={close}>
          <RemindMenu
            row={layer.row}
            now={now}
            onIntent={(intent) => {
              acts.actOn((layer.many ?? [layer.row]).map(({ chat }) => ({ chat, intent })));
              close();
            }}
            onClose={close}
          />
        </RowAnchor>
      );
  }
}
