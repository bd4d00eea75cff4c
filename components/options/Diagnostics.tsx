import { useState } from 'preact/hooks';

import { collectDiagnostics } from '@/lib/browser/collect-diagnostics';
import type { DiagnosedSnapshot } from '@/lib/model/diagnostics/diagnostics';
import { t } from '@/lib/text/i18n';

/** What to hand to whoever helps, shown whole so that nobody has to trust it blindly. */
export function Diagnostics({ snapshot }: { snapshot: DiagnosedSnapshot }) {
  const [text, setText] = useState('');
  const [isCopied, setCopied] = useState(false);

  const copy = async () => {
    const collected = await collectDiagnostics(snapshot);
    setText(collected);
    // Where copying is not allowed, the text is there to be copied by hand.
    const copied = navigator.clipboard.writeText(collected);
    setCopied(
      await copied.then(
        () => true,
        () => false,
      ),
    );
  };

  return (
    <section class="card" aria-labelledby="diagnostics">
      <h2 id="diagnostics">{t('options_diagnostics')}</h2>
      <p class="secondary">{t('options_diagnostics_hint')}</p>
      <div class="field">
        <span class="together">
          <button type="button" class="button" onClick={() => void copy()}>
            {t('options_diagnostics_copy')}
          </button>
        </span>
        <p class="secondary" aria-live="polite">
          {text && t(isCopied ? 'options_diagnostics_copied' : 'options_diagnostics_shown')}
        </p>
        {text && (
          <textarea
            readOnly
            dir="ltr"
            rows={10}
            aria-label={t('options_diagnostics_text')}
            value={text}
          />
        )}
      </div>
    </section>
  );
}
