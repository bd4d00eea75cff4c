import type { RunAction } from '@/components/popup/actions/offers';
import type { Row } from '@/lib/model/chats/rows';
import { titleOf } from '@/lib/text/error-texts';
import { t } from '@/lib/text/i18n';

interface Props {
  row: Row;
  run: RunAction;
}

/** What was given up, with the ways on. */
export function Failure({ row, run }: Props) {
  const { failed } = row;
  if (!failed) return null;
  const what = t(`not_${failed.intent.kind}`);
  const why = failed.error ? titleOf(failed.error) : '';
  return (
    <span class="preview failure">
      <span class="reason" title={why}>
        {t('failed_because', what, why)}
      </span>
      <LinkButton text={t('action_try_again')} onPress={() => run('retry', row)} />
      <LinkButton text={t('action_dismiss')} onPress={() => run('dismiss', row)} />
    </span>
  );
}

function LinkButton({ text, onPress }: { text: string; onPress(): void }) {
  return (
    <button
      type="button"
      class="link"
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
    >
      {text}
    </button>
  );
}
