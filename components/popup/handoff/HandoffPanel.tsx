import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { IconButton } from '@/components/parts/IconButton';
import { ReplyForm } from '@/components/popup/compose/ReplyForm';
import type { OverlayProps } from '@/components/popup/overlays/overlay-props';
import type { ChatHandoff, Handoff } from '@/lib/browser/handoff';
import { endHandoff, handoffHere } from '@/lib/browser/open-handoff';
import { rowOfChat } from '@/lib/model/chats/rows';
import { t } from '@/lib/text/i18n';
import { ChatPicker } from './ChatPicker';
import { HandoffReminder } from './HandoffReminder';
import { usePick } from './use-pick';

type Props = Pick<OverlayProps, 'snapshot' | 'acts' | 'canAct' | 'now' | 'close' | 'onQuery'>;

/** Goes on with what was begun in a place of the browser's own: its menus or its address bar. */
export function HandoffPanel(props: Props) {
  const [handoff, setHandoff] = useState<ChatHandoff>();
  const { close, onQuery } = props;
  useEffect(() => {
    const begin = (found: Handoff | undefined) => {
      if (found && found.kind !== 'find') return setHandoff(found);
      if (found) {
        onQuery(found.words);
        void endHandoff(location.search);
      }
      close();
    };
    handoffHere(location.search).then(begin, close);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, with what the page was opened for
  }, []);
  return handoff && props.snapshot ? (
    <HandoffDialog {...props} snapshot={props.snapshot} handoff={handoff} />
  ) : null;
}

interface Begun extends Props {
  snapshot: NonNullable<Props['snapshot']>;
  handoff: ChatHandoff;
}

function HandoffDialog(props: Begun) {
  const { handoff, snapshot, acts, close } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const { chatID, pick, error } = usePick(handoff);
  const row = chatID === undefined ? undefined : rowOfChat(snapshot, chatID);

  // Before what is in it takes the focus.
  useLayoutEffect(() => dialog.current?.showModal(), []);

  const done = () => {
    void endHandoff(location.search);
    close();
  };

  return (
    <dialog ref={dialog} class="keys errand" aria-labelledby="errand-name" onClose={done}>
      <header>
        <h2 id="errand-name">
          {row ? t(NAMES_OF_CHAT[handoff.kind], row.chat.title) : t(`errand_${kindOf(handoff)}`)}
        </h2>
        <IconButton icon="close" name={t('action_close')} onPress={() => dialog.current?.close()} />
      </header>
      {handoff.kind !== 'remind' && !row && (
        <ChatPicker text={handoff.text} snapshot={snapshot} error={error} onPick={pick} />
      )}
      {row && handoff.kind === 'send' && (
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
      {row && handoff.kind !== 'send' && (
        <HandoffReminder
          {...props}
          row={row}
          words={handoff.kind === 'remind' ? handoff.words : ''}
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
function kindOf({ kind }: ChatHandoff): 'send' | 'remindPage' {
  return kind === 'send' ? 'send' : 'remindPage';
}
