import { useEffect, useState } from 'preact/hooks';

import type { OverlayProps } from '@/components/popup/overlays/overlay-props';
import { RemindMenu } from '@/components/popup/reminders/RemindMenu';
import { isToArchive, wantedOf } from '@/components/popup/reminders/RemindOverlay';
import { understand } from '@/components/popup/reminders/load-typed-time';
import type { RemindMemory } from '@/components/popup/reminders/remind-memory';
import { useRemindMemory } from '@/components/popup/reminders/use-remind-memory';
import type { Intent } from '@/lib/model/actions/intent';
import type { Row } from '@/lib/model/chats/rows';
import { remindIntents } from '@/lib/model/reminders/last-choice';

type Props = Pick<OverlayProps, 'acts' | 'canAct' | 'now' | 'close'> & {
  row: Row;
  /** A time that was typed; empty where none was. */
  words: string;
};

/** A reminder about the chat: at the time that was typed, if it is understood, else as chosen here. */
export function HandoffReminder({ row, words, acts, canAct, now, close }: Props) {
  const memory = useRemindMemory();
  const [isToChoose, setToChoose] = useState(words === '');
  const act = (intents: readonly Intent[]) => {
    acts.actOn(wantedOf(row, intents));
    close();
  };

  useEffect(() => {
    if (!memory || isToChoose) return;
    void intentsOf(words, memory).then((intents) => (intents ? act(intents) : setToChoose(true)));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, as soon as the words can be read; what is read anew would set it twice
  }, [memory !== undefined]);

  if (!isToChoose) return null;
  return (
    <RemindMenu
      about={row.chat.title}
      reminder={row.reminder}
      canArchive={canAct.archive && isToArchive(row)}
      now={now}
      words={words}
      onIntents={act}
      onNow={() => {
        act([{ kind: 'clearReminder' }]);
        acts.open(row.chat);
      }}
      onClose={close}
    />
  );
}

/** @returns `undefined`: the words are no time ahead. */
async function intentsOf(
  words: string,
  { dayPreferences }: RemindMemory,
): Promise<Intent[] | undefined> {
  const said = await understand(words, dayPreferences);
  if (said.state !== 'ahead') return undefined;
  const { state: _state, ...moment } = said;
  return remindIntents(moment, { dismissOnIncoming: false, archives: false });
}
