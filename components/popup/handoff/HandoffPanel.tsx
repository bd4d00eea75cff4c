import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { IconButton } from '@/components/parts/IconButton';
import { ReplyForm } from '@/components/popup/compose/ReplyForm';
import type { LayerProps } from '@/components/popup/overlays/overlay';
import type { ChatErrand, Errand } from '@/lib/browser/handoff';
import { endErrand, errandHere } from '@/lib/browser/open-handoff';
import { rowOfChat } from '@/lib/model/chats/rows';
import { t } from '@/lib/text/i18n';
import { ChatPicker } from './ChatPicker';
import { ErrandReminder } from './HandoffReminder';
import { usePick } from './use-pick';

type Props = Pick<LayerProps, 'snapshot' | 'acts' | 'canAct' | 'now' | 'close' | 'onQuery'>;

/** Goes on with what was begun in a place of the browser's own: its menus or its address bar. */
export function ErrandPanel(props: Props) {
  const [errand, setErrand] = useState<ChatErrand>();
  const { close, onQuery } = props;
  useEffect(() => {
    const begin = (found: Errand | undefined) => {
      if (found && found.kind !== 'find') return setErrand(found);
      if (found) {
        onQuery(found.words);
        void endErrand(location.search);
      }
      close();
    };
    errandHere(location.search).then(begin, close);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, with what the page was opened for
  }, []);
  return errand && props.snapshot ? (
    <ErrandDialog {...props} snapshot={props.snapshot} errand={errand} />
  ) : null;
}

interface Begun extends Props {
  snapshot: NonNullable<Props['snapshot']>;
  errand: ChatErrand;
}

function ErrandDialog(props: Begun) {
  const { errand, snapshot, acts, close } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const { chatID, pick, error } = usePick(errand);
  const row = chatID === undefined ? undefined : rowOfChat(snapshot, chatID);

  // Before what is in it takes the focus.
  useLayoutEffect(() => dialog.current?.showModal(), []);

  const done = () => {
    void endErrand(location.search);
    close();
  };

  return (
    <dialog ref={dialog} class="keys errand" aria-labelledby="errand-name" onClose={done}>
      <header>
        <h2 id="errand-name">
          {row ? t(NAMES_OF_CHAT[errand.kind], row.chat.title) : t(`errand_${kindOf(errand)}`)}
        </h2>
        <IconButton icon="close" name={t('action_close')} onPress={() => dialog.current?.close()} />
      </header>
      {errand.kind !== 'remind' && !row && (
        <ChatPicker text={errand.text} snapshot={snapshot} error={error} onPick={pick} />
      )}
      {row && errand.kind === 'send' && (
        <>
          <p class="secondary">{t('errand_kept')}</p>
          <ReplyForm
            chat={row.chat}
            onSent={() => {
              acts.say(t('done_reply', row.chat.title));
              done();
            }}
            onClose={done}
          />
        </>
      )}
      {row && errand.kind !== 'send' && (
        <ErrandReminder
          {...props}
          row={row}
          words={errand.kind === 'remind' ? errand.words : ''}
          close={done}
        />
      )}
    </dialog>
  );
}

const NAMES_OF_CHAT = {
  send: 'chat_reply',
  remindPage: 'chat_remind',
  remind: 'chat_remind',
} as const;

/** A reminder about a chat that is not known has lost its chat: another can be looked for. */
function kindOf({ kind }: ChatErrand): 'send' | 'remindPage' {
  return kind === 'send' ? 'send' : 'remindPage';
}
