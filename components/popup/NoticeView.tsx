import { useEffect, useRef } from 'preact/hooks';

import { IconButton } from '@/components/parts/IconButton';
import type { Acts, Notice } from '@/components/popup/actions/use-act';
import { useLastAct } from '@/components/popup/actions/use-last-action';
import { SECOND } from '@/lib/base/time';
import { EMPTY_OUTBOX } from '@/lib/model/actions/outbox';
import {
  failedText,
  type NoticeWords,
  wordsOfAct,
  wordsOfFailure,
} from '@/lib/model/actions/texts';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import { t } from '@/lib/text/i18n';

interface Props {
  acts: Acts;
  notice: Notice;
  snapshot: PageSnapshot | undefined;
  now: number;
}

/** Long enough to read it and to reach for Undo. */
const SHOWN_FOR = 10 * SECOND;

/** Says what was done and offers to take it back, or what failed and offers to try again. */
export function NoticeView(props: Props) {
  const { acts, notice } = props;
  const { dismiss } = acts;
  const { text, isWrong, canRetry, canUndo } = noticeWords(props);
  const last = useLastAct(acts);
  const line = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    if (canRetry) return undefined;
    const timer = setInterval(() => isReachedFor(line.current) || dismiss(), SHOWN_FOR);
    return () => clearInterval(timer);
  }, [notice, canRetry, dismiss]);

  return (
    <>
      <span ref={line} class={isWrong ? 'notice-text is-wrong' : 'notice-text'}>
        {text}
      </span>
      {canRetry && <Button text={t('action_try_again')} onPress={acts.retry} />}
      {canUndo && last && <Button text={t('action_undo')} onPress={acts.undo} />}
      <IconButton icon="close" name={t('action_dismiss')} onPress={dismiss} />
    </>
  );
}

/** The mouse or the focus is there: it must not go just before it is pressed (WCAG 2.2.1). */
function isReachedFor(text: HTMLElement | null): boolean {
  const bar = text?.parentElement;
  return bar ? bar.contains(document.activeElement) || bar.matches(':hover') : false;
}

function Button({ text, onPress }: { text: string; onPress(): void }) {
  return (
    <button type="button" class="button" onClick={onPress}>
      {text}
    </button>
  );
}

export function noticeWords({ notice, snapshot, now }: Omit<Props, 'acts'>): NoticeWords {
  switch (notice.kind) {
    case 'act': {
      const { outbox = EMPTY_OUTBOX, reminders = {} } = snapshot ?? {};
      return wordsOfAct(notice.act, outbox, reminders, now);
    }
    case 'notTaken':
      return wordsOfFailure(failedText(notice.act.steps), notice.error);
    case 'opened':
      return said(t('done_open', notice.chat.title));
    case 'said':
      return said(notice.text);
    case 'notOpened':
      return wordsOfFailure(t('failed_open', notice.chat.title), notice.error);
  }
}

function said(text: string): NoticeWords {
  return { text, isWrong: false, canUndo: false, canRetry: false };
}
