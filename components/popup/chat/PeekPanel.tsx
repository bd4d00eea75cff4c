import { Panel, type PanelProps } from '@/components/popup/overlays/Panel';
import { t } from '@/lib/text/i18n';
import { Conversation } from './Conversation';

/** What was last written in a chat, in place of the list. */
export function PeekPanel(props: PanelProps) {
  const { row, now } = props;
  return (
    <Panel {...props} name={t('peek_title', row.chat.title)} own="peek">
      <Conversation chat={row.chat} now={now} />
    </Panel>
  );
}
