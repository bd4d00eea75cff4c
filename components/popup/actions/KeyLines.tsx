import { t } from '@/lib/text/i18n';
import type { KeyGroup } from './key-lines';

/** Keys, and what each of them does. */
export function KeyLines({ lines, class: looks }: { lines: KeyGroup['lines']; class?: string }) {
  return (
    <dl class={looks}>
      {lines.map(({ words, keys }) => (
        <div key={words}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{t(words)}</dd>
        </div>
      ))}
    </dl>
  );
}
