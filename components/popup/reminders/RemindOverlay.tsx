import { RowAnchor } from '@/components/popup/overlays/RowAnchor';
import type { OverlayProps } from '@/components/popup/overlays/overlay-props';
import type { Intent } from '@/lib/model/actions/intent';
import type { Row } from '@/lib/model/chats/rows';
import { tn } from '@/lib/text/i18n';
import { RemindMenu } from './RemindMenu';
import { useRemindMemory } from './use-remind-memory';

type Props = Pick<OverlayProps, 'acts' | 'canAct' | 'now' | 'close'> & {
  row: Row;
  many: readonly Row[] | undefined;
};

/** The reminder menu at its row, for that one or for all that are selected. */
export function RemindOverlay({ row, many, acts, canAct, now, close }: Props) {
  const isReady = useRemindMemory() !== undefined;
  const rows = many ?? [row];
  const { chat } = row;
  const act = (intents: readonly Intent[]) => {
    acts.actOn(rows.flatMap((one) => wantedOf(one, intents)));
    close();
  };
  // It is placed by its height.
  if (!isReady) return null;
  return (
    <RowAnchor chatID={chat.id} onClose={close}>
      <RemindMenu
        about={many ? tn('selected', many.length) : chat.title}
        reminder={many ? undefined : row.reminder}
        canArchive={canAct.archive && rows.some(isToArchive)}
        now={now}
        onIntents={act}
        onNow={() => {
          act([{ kind: 'clearReminder' }]);
          acts.open(chat);
        }}
        onClose={close}
      />
    </RowAnchor>
  );
}

/** What is archived stays so, and is not told to be; nor is what cannot be. */
export function wantedOf(row: Row, intents: readonly Intent[]) {
  return intents
    .filter(({ kind }) => kind !== 'archive' || isToArchive(row))
    .map((intent) => ({ chat: row.chat, intent }));
}

/** Whether it may go to the archive with its reminder, where Beeper lets one archive at all. */
export function isToArchive({ chat }: Row): boolean {
  return chat.box !== 'archive' && !chat.cannot?.includes('archive');
}
