import { useLayoutEffect, useRef } from 'preact/hooks';

import { CALM, EmptyState } from '@/components/parts/EmptyState';
import type { Run } from '@/lib/model/list/triage';
import { resultWords } from '@/lib/model/list/triage-texts';
import { t } from '@/lib/text/i18n';

interface Props {
  run: Run;
  onUndoAll(): void;
  onClose(): void;
}

/** What came of the run. All of it can be taken back. */
export function TriageEnd({ run, onUndoAll, onClose }: Props) {
  const done = useRef<HTMLButtonElement>(null);
  // At once: the next key may come before another frame.
  useLayoutEffect(() => done.current?.focus(), []);
  return (
    <div class="triage-end">
      <EmptyState drawing={CALM} text={run.steps.length > 0 ? resultWords(run) : t('empty_unread')}>
        <p class="together">
          {run.actions.length > 0 && (
            <button type="button" class="button" onClick={onUndoAll}>
              {t('triage_undo_all')}
            </button>
          )}
          <button ref={done} type="button" class="button is-primary" onClick={onClose}>
            {t('triage_done')}
          </button>
        </p>
      </EmptyState>
    </div>
  );
}
