import { useState } from 'preact/hooks';

import { ask } from '@/lib/requests/bridge';
import { type MessageKey, t } from '@/lib/text/i18n';

const SYSTEMS: readonly (readonly [string, MessageKey])[] = [
  ['Windows', 'options_silent_windows'],
  ['macOS', 'options_silent_mac'],
  ['Linux', 'options_silent_linux'],
];

/** Shows a notification, and says where to look if it is not seen. */
export function NotifyTest() {
  const [said, setSaid] = useState<MessageKey>();
  const test = () =>
    ask('testNotification', null).then(
      () => setSaid('options_test_sent'),
      () => setSaid('options_test_refused'),
    );
  return (
    <div class="field">
      <span class="together">
        <button type="button" class="button" onClick={() => void test()}>
          {t('options_test')}
        </button>
      </span>
      <p class="secondary" aria-live="polite">
        {said && t(said)}
      </p>
      <details class="secondary">
        <summary>{t('options_silent')}</summary>
        <p>{t('options_silent_browser')}</p>
        <dl>
          {SYSTEMS.map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{t(words)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}
