import { t } from '@/lib/text/i18n';
import { Panel, type PanelProps } from '../Panel';
import { Talk } from './Talk';

/** What was last written in a chat, in place of the list. */
export function PeekPanel(props: PanelProps) {
  const { row, now } = props;
  return (
    <Panel {...props} name={t('peek_title', row.chat.title)} own="peek">
      <Talk chat={row.chat} now={now} />
    </Panel>
  );
}
