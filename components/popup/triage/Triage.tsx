import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { IconButton } from '@/components/parts/IconButton';
import { isRightToLeft } from '@/components/parts/right-to-left';
import { NoticeBar } from '@/components/popup/NoticeBar';
import { UndoTool } from '@/components/popup/actions/UndoTool';
import { ReplyForm } from '@/components/popup/compose/ReplyForm';
import type { OverlayProps } from '@/components/popup/overlays/overlay-props';
import { RemindMenu } from '@/components/popup/reminders/RemindMenu';
import { canActOn } from '@/lib/model/chats/capabilities';
import { isOver } from '@/lib/model/list/triage';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import { formatNumber, t } from '@/lib/text/i18n';
import { TriageActs } from './TriageActions';
import { TriageCard } from './TriageCard';
import { TriageEnd } from './TriageEnd';
import { doesTriageKey } from './triage-keys';
import { useTriage } from './use-triage';

interface Props extends Pick<OverlayProps, 'acts' | 'canAct' | 'singleKeys' | 'now' | 'close'> {
  snapshot: PageSnapshot;
}

/** The unread chats one at a time: an act, and the next one is there. */
export function Triage({ snapshot, canAct, singleKeys, now, ...given }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState<'remind' | 'reply'>();
  const { run, row, deeds, last } = useTriage(snapshot, given.acts);
  const acts = { ...given.acts, undo: deeds.undo };
  const can = row ? canActOn(canAct, row.chat) : canAct;
  const isBack = useWentBack(run.at);
  const place = t('triage_place', formatNumber(run.at + 1), formatNumber(run.steps.length));
  const all = { ...deeds, openMenu: () => open('remind'), openReply: () => open('reply') };

  const focusCard = () => dialog.current?.querySelector('article')?.focus();
  const open = (what: 'remind' | 'reply') => setOpened(row && what);
  const close = () => setOpened(undefined);
  const leave = () => {
    close();
    focusCard();
  };

  useLayoutEffect(() => {
    dialog.current?.showModal();
    focusCard();
  }, []);

  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- its keys, for all that stands in it
    <dialog
      ref={dialog}
      class="triage"
      aria-label={t('triage_title')}
      onClose={given.close}
      onKeyDown={(event) =>
        doesTriageKey(event, { deeds: all, canAct: can, singleKeys }) && event.preventDefault()
      }
    >
      <header class="triage-head">
        <span class="triage-steps">
          <IconButton
            icon="next"
            name={t('triage_back')}
            keyHint={isRightToLeft() ? '→' : '←'}
            onPress={deeds.back}
          />
          <span class="triage-place">{isOver(run) ? t('triage_title') : place}</span>
          {row && (
            <IconButton icon="next" name={t('triage_do_skip')} keyHint="s" onPress={deeds.skip} />
          )}
        </span>
        <UndoTool acts={acts} snapshot={snapshot} now={now} own={last} />
        <IconButton icon="close" name={t('action_close')} onPress={() => dialog.current?.close()} />
        <span class="triage-way" style={{ '--done': run.at / Math.max(1, run.steps.length) }} />
      </header>
      {row ? (
        <>
          <TriageCard key={row.chat.id} row={row} now={now} place={place} isBack={isBack} />
          <TriageActs row={row} canAct={can} deeds={all} />
        </>
      ) : (
        <TriageEnd
          run={run}
          onClose={() => dialog.current?.close()}
          onUndoAll={() => {
            deeds.undoAll();
            dialog.current?.close();
          }}
        />
      )}
      <NoticeBar acts={acts} snapshot={snapshot} now={now} />
      {opened && row && (
        <>
          <div class="backdrop" role="presentation" onClick={leave} />
          <div class="anchor">
            {opened === 'reply' ? (
              <ReplyForm
                chat={row.chat}
                onSent={() => {
                  close();
                  deeds.replied();
                }}
                onClose={leave}
              />
            ) : (
              <RemindMenu
                about={row.chat.title}
                reminder={row.reminder}
                canArchive={can.archive && row.chat.box !== 'archive'}
                now={now}
                onIntents={(intents) => {
                  close();
                  deeds.remind(intents);
                }}
                onNow={() => {
                  close();
                  deeds.remind([{ kind: 'clearReminder' }]);
                  acts.open(row.chat);
                }}
                onClose={leave}
              />
            )}
          </div>
        </>
      )}
    </dialog>
  );
}

/** Whether the last move led back. */
function useWentBack(at: number): boolean {
  const last = useRef({ at, isBack: false });
  if (at !== last.current.at) last.current = { at, isBack: at < last.current.at };
  return last.current.isBack;
}
