import { useEffect, useRef } from 'preact/hooks';

import { lazy } from '@/components/parts/lazy';
import { KeysOverlay } from '@/components/popup/actions/KeysOverlay';
import { DetailsPanel } from '@/components/popup/chat/DetailsPanel';
import { PeekPanel } from '@/components/popup/chat/PeekPanel';
import { NewChatForm } from '@/components/popup/compose/NewChatForm';
import { ReplyForm } from '@/components/popup/compose/ReplyForm';
import { HandoffPanel } from '@/components/popup/handoff/HandoffPanel';
import { useHeldRow } from '@/components/popup/list/use-held-row';
import { RemindAgain } from '@/components/popup/reminders/RemindAgain';
import { RemindOverlay } from '@/components/popup/reminders/RemindOverlay';
import { FilterPanel } from '@/components/popup/search/FilterPanel';
import { FilterTools } from '@/components/popup/search/FilterTools';
import { MoreResults } from '@/components/popup/search/Found';
import type { Row } from '@/lib/model/chats/rows';
import { t } from '@/lib/text/i18n';
import { MainMenu } from './MainMenu';
import { MoreMenu } from './MoreMenu';
import { QuietMenu } from './QuietMenu';
import { RowAnchor } from './RowAnchor';
import type { Overlay } from './overlay';
import type { OverlayProps } from './overlay-props';

/** Few openings of the popup end in a run through all unread chats. */
const Triage = lazy(async () => (await import('@/components/popup/triage/Triage')).Triage);

/** Everything that opens over the list. What opens over the peek leads back to it. */
export function OverlayView(given: OverlayProps) {
  const { overlay } = given;
  const peek = useRef<Overlay>(undefined);
  if (overlay.kind === 'peek') peek.current = overlay;
  const isOverPeek = peek.current !== undefined && overlay.kind !== 'peek';
  const isLooking = peek.current !== undefined || overlay.kind === 'details';
  const props = { ...given, ...useHeldRow(given, isLooking) };
  const { current: row } = props;
  const isOrphan = !row && (overlay.kind === 'peek' || overlay.kind === 'details');
  // What was done with the last row leaves nothing to look at.
  useEffect(() => {
    if (isOrphan) props.close();
  });
  const close = isOverPeek ? () => peek.current && props.open(peek.current) : props.close;
  return (
    <>
      {row && peek.current && <PeekPanel {...props} row={row} isCovered={isOverPeek} />}
      <TopOverlay {...props} close={close} />
    </>
  );
}

function TopOverlay(props: OverlayProps) {
  const { overlay, snapshot, acts, canAct, singleKeys, run, close } = props;
  // Re-read the row from the current list, in case it changed.
  const upToDate = (row: Row) => (props.current?.chat.id === row.chat.id ? props.current : row);
  switch (overlay.kind) {
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
      const { chat } = overlay.row;
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
      return <HandoffPanel {...props} />;
    case 'filters':
      return <FilterPanel {...props} />;
    case 'filterTools':
      return <FilterTools {...props} />;
    case 'found':
      return <MoreResults {...props} />;
    case 'peek':
      return null;
    case 'details':
      return props.current ? (
        <DetailsPanel {...props} row={props.current} isCovered={false} />
      ) : null;
    case 'more':
      return (
        <RowAnchor chatID={overlay.row.chat.id} onClose={close}>
          <MoreMenu row={upToDate(overlay.row)} canAct={canAct} run={run} onClose={close} />
        </RowAnchor>
      );
    case 'remind':
      return <RemindOverlay row={overlay.row} many={overlay.many} {...props} />;
    case 'remindAgain':
      return <RemindAgain row={overlay.row} many={overlay.many} {...props} />;
  }
}
