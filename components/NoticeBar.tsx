import { useEffect } from 'preact/hooks';

import { t } from '../lib/i18n';
import { failedText, type NoticeWords, wordsOfAct, wordsOfFailure } from '../lib/notice-words';
import { EMPTY_OUTBOX } from '../lib/outbox';
import type { PageSnapshot } from '../lib/store/follow';
import { SECOND } from '../lib/time';
import type { Acts, Notice } from './hooks/use-acts';
import { IconButton } from './IconButton';

/** Long enough to read it and to reach for Undo. */
const SHOWN_FOR = 10 * SECOND;

interface Props {
  acts: Acts;
  snapshot: PageSnapshot | undefined;
  now: number;
}

/** Says what was done and offers to take it back, or what failed and offers to try again. */
export function NoticeBar({ acts, snapshot, now }: Props) {
  const { notice, dismiss } = acts;
  const words = notice && wordsOf(notice, snapshot, now);
  const isPassing = words !== undefined && !words.canRetry;

  useEffect(() => {
    if (!isPassing) return undefined;
    const timer = setTimeout(dismiss, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [notice, isPassing, dismiss]);

  return (
    <div class={`notice ${words?.isWrong ? 'is-wrong' : ''}`} role="status">
      {words && (
        <>
          <span class="notice-text">{words.text}</span>
          {words.canRetry && <Button text={t('action_try_again')} onPress={acts.retry} />}
          {words.canUndo && acts.canUndo && <Button text={t('action_undo')} onPress={acts.undo} />}
          <IconButton icon="close" name={t('action_dismiss')} onPress={dismiss} />
        </>
      )}
    </div>
  );
}

function Button({ text, onPress }: { text: string; onPress(): void }) {
  return (
    <button type="button" class="button" onClick={onPress}>
      {text}
    </button>
  );
}

function wordsOf(notice: Notice, snapshot: PageSnapshot | undefined, now: number): NoticeWords {
  switch (notice.kind) {
    case 'act':
      return wordsOfAct(
        notice.act,
        snapshot?.outbox ?? EMPTY_OUTBOX,
        snapshot?.reminders ?? {},
        now,
      );
    case 'notTaken':
      return wordsOfFailure(failedText(notice.act.steps), notice.error);
    case 'opened':
      return {
        text: t('done_open', notice.chat.title),
        isWrong: false,
        canUndo: false,
        canRetry: false,
      };
    case 'notOpened':
      return wordsOfFailure(t('failed_open', notice.chat.title), notice.error);
  }
}
