import { useLayoutEffect, useRef, useState } from 'preact/hooks';

import { IconButton } from '@/components/parts/IconButton';
import { isRightToLeft } from '@/components/parts/right-to-left';
import { NoticeBar } from '@/components/popup/NoticeBar';
import type { ActionContext, RowOverlay } from '@/components/popup/actions/action';
import { UndoTool } from '@/components/popup/actions/UndoTool';
import { ReplyForm } from '@/components/popup/compose/ReplyForm';
import type { OverlayProps } from '@/components/popup/overlays/overlay-props';
import { RemindMenu } from '@/components/popup/reminders/RemindMenu';
import { canActOn } from '@/lib/model/chats/capabilities';
import { isOver } from '@/lib/model/list/triage';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import { formatNumber, t } from '@/lib/text/i18n';
import { TriageActions } from './TriageActions';
import { TriageCard } from './TriageCard';
import { TriageEnd } from './TriageEnd';
import { doesTriageKey } from './triage-keys';
import { useTriage } from './use-triage';

interface Props extends Pick<OverlayProps, 'acts' | 'canAct' | 'singleKeys' | 'now' | 'close'> {
  snapshot: PageSnapshot;
}

const FORMS = ['remind', 'reply'] as const satisfies readonly RowOverlay[];
type Form = (typeof FORMS)[number];

/** The unread chats one at a time: an act, and the next one is there. */
export function Triage({ snapshot, canAct, singleKeys, now, ...given }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [opened, setOpened] = useState<Form>();
  const show: ActionContext['show'] = (kind) => isForm(kind) && setOpened(kind);
  const triage = useTriage(snapshot, given.acts, show);
  const { run, row, moves, last, runAction } = triage;
  const acts = { ...given.acts, undo: moves.undo };
  const can = row ? canActOn(canAct, row.chat) : canAct;
  const isBack = useWentBack(run.at);
  const place = t('triage_place', formatNumber(run.at + 1), formatNumber(run.steps.length));

  const focusCard = () => dialog.current?.querySelector('article')?.focus();
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
        doesTriageKey(event, { row, runAction, moves, canAct, singleKeys }) &&
        event.preventDefault()
      }
    >
      <header class="triage-head">
        <span class="triage-steps">
          <IconButton
            icon="next"
            name={t('triage_back')}
            keyHint={isRightToLeft() ? '→' : '←'}
            onPress={moves.back}
          />
          <span class="triage-place">{isOver(run) ? t('triage_title') : place}</span>
          {row && (
            <IconButton icon="next" name={t('triage_do_skip')} keyHint="s" onPress={moves.skip} />
          )}
        </span>
        <UndoTool acts={acts} snapshot={snapshot} now={now} own={last} />
        <IconButton icon="close" name={t('action_close')} onPress={() => dialog.current?.close()} />
        <span class="triage-way" style={{ '--done': run.at / Math.max(1, run.steps.length) }} />
      </header>
      {row ? (
        <>
          <TriageCard key={row.chat.id} row={row} now={now} place={place} isBack={isBack} />
          <TriageActions row={row} canAct={canAct} runAction={runAction} />
        </>
      ) : (
        <TriageEnd
          run={run}
          onClose={() => dialog.current?.close()}
          onUndoAll={() => {
            triage.undoAll();
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
                  triage.replied();
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
                  triage.remind(intents);
                }}
                onNow={() => {
                  close();
                  triage.remind([{ kind: 'clearReminder' }]);
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

function isForm(kind: RowOverlay): kind is Form {
  return FORMS.some((form) => form === kind);
}

/** Whether the last move led back. */
function useWentBack(at: number): boolean {
  const last = useRef({ at, isBack: false });
  if (at !== last.current.at) last.current = { at, isBack: at < last.current.at };
  return last.current.isBack;
}
