import { t } from '../../lib/i18n';
import type { LayerProps } from '../layer';
import { KeysOverlay } from './KeysOverlay';
import { NewChatForm } from './NewChatForm';
import { RemindMenu } from './RemindMenu';
import { ReplyForm } from './ReplyForm';
import { RowAnchor } from './RowAnchor';

/** Everything that opens over the list. */
export function LayerView(props: LayerProps) {
  const { layer, snapshot, acts, canAct, now, close } = props;
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
