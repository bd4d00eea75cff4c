import { useEffect, useRef } from 'preact/hooks';

import { lazy } from '@/components/parts/lazy';
import { KeysOverlay } from '@/components/popup/actions/KeysOverlay';
import { DetailsPanel } from '@/components/popup/chat/DetailsPanel';
import { PeekPanel } from '@/components/popup/chat/PeekPanel';
import { NewChatForm } from '@/components/popup/compose/NewChatForm';
import { ReplyForm } from '@/components/popup/compose/ReplyForm';
import { ErrandPanel } from '@/components/popup/handoff/HandoffPanel';
import { useHeldRow } from '@/components/popup/list/use-held-row';
import { RemindAgain } from '@/components/popup/reminders/RemindAgain';
import { RemindLayer } from '@/components/popup/reminders/RemindOverlay';
import { FilterPanel } from '@/components/popup/search/FilterPanel';
import { FilterTools } from '@/components/popup/search/FilterTools';
import { Found } from '@/components/popup/search/Found';
import type { Row } from '@/lib/model/chats/rows';
import { t } from '@/lib/text/i18n';
import { MainMenu } from './MainMenu';
import { MoreMenu } from './MoreMenu';
import { QuietMenu } from './QuietMenu';
import { RowAnchor } from './RowAnchor';
import type { Layer, LayerProps } from './overlay';

/** Few openings of the popup end in a run through all unread chats. */
const Triage = lazy(async () => (await import('@/components/popup/triage/Triage')).Triage);

/** Everything that opens over the list. What opens over the peek leads back to it. */
export function LayerView(given: LayerProps) {
  const { layer } = given;
  const peek = useRef<Layer>(undefined);
  if (layer.kind === 'peek') peek.current = layer;
  const isOverPeek = peek.current !== undefined && layer.kind !== 'peek';
  const isLooking = peek.current !== undefined || layer.kind === 'details';
  const props = { ...given, ...useHeldRow(given, isLooking) };
  const { current: row } = props;
  const isOrphan = !row && (layer.kind === 'peek' || layer.kind === 'details');
  // What was done with the last row leaves nothing to look at.
  useEffect(() => {
    if (isOrphan) props.close();
  });
  const close = isOverPeek ? () => peek.current && props.open(peek.current) : props.close;
  return (
    <>
      {row && peek.current && <PeekPanel {...props} row={row} isCovered={isOverPeek} />}
      <TopLayer {...props} close={close} />
    </>
  );
}

function TopLayer(props: LayerProps) {
  const { layer, snapshot, acts, canAct, singleKeys, deeds, close } = props;
  // As it is now, if it is still the one.
  const upToDate = (row: Row) => (props.current?.chat.id === row.chat.id ? props.current : row);
  switch (layer.kind) {
    case 'keys':
      return <KeysOverlay canAct={canAct} singleKeys={singleKeys} onClose={close} />;
    case 'menu':
      return (
        <MainMenu acts={acts} now={props.now} canAct={canAct} open={props.open} onClose={close} />
      );
    case 'quiet':
      return <QuietMenu now={props.now} status={props.view.status} onClose={close} />;
    case 'triage':
      return snapshot ? <Triage {...props} snapshot={snapshot} /> : null;
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
    case 'errand':
      return <ErrandPanel {...props} />;
    case 'filters':
      return <FilterPanel {...props} />;
    case 'filterTools':
      return <FilterTools {...props} />;
    case 'found':
      return <Found {...props} />;
    case 'peek':
      return null;
    case 'details':
      return props.current ? (
        <DetailsPanel {...props} row={props.current} isCovered={false} />
      ) : null;
    case 'more':
      return (
        <RowAnchor chatID={layer.row.chat.id} onClose={close}>
          <MoreMenu row={upToDate(layer.row)} canAct={canAct} deeds={deeds} onClose={close} />
        </RowAnchor>
      );
    case 'remind':
      return <RemindLayer row={layer.row} many={layer.many} {...props} />;
    case 'remindAgain':
      return <RemindAgain row={layer.row} many={layer.many} {...props} />;
  }
}
