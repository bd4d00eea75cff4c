import { t } from '../../lib/i18n';
import type { LayerProps } from '../layer';
import { FilterPanel } from './FilterPanel';
import { FilterTools } from './FilterTools';
import { Found } from './Found';
import { KeysOverlay } from './KeysOverlay';
import { NewChatForm } from './NewChatForm';
import { RemindAgain } from './RemindAgain';
import { RemindLayer } from './RemindLayer';
import { ReplyForm } from './ReplyForm';
import { RowAnchor } from './RowAnchor';

/** Everything that opens over the list. */
export function LayerView(props: LayerProps) {
  const { layer, snapshot, acts, canAct, close } = props;
  switch (layer.kind) {
    case 'keys':
      return <KeysOverlay canAct={canAct} onClose={close} />;
    case 'newChat':
      return (
        <NewChatForm
          onStarted={(title) => {
            acts.say(t('done_newChat', title));
            close();
          }}
          onClose={close}
        />
      );
    case 'reply': {
      const { chat } = layer.row;
      return (
        <RowAnchor chatID={chat.id} onClose={close}>
          <ReplyForm
            chat={snapshot?.chats.get(chat.id) ?? chat}
            onSent={() => {
              acts.say(t('done_reply', chat.title));
              close();
            }}
            onClose={close}
          />
        </RowAnchor>
      );
    }
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
