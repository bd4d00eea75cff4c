import type { ComponentChildren } from 'preact';

import { type MessageKey, t } from '@/lib/text/i18n';

interface Props {
  words: MessageKey;
  children: ComponentChildren;
}

/** Settings that belong together. Goes with the last of them that a search leaves. */
export function SettingsGroup({ words, children }: Props) {
  return (
    <div class="settings-group" role="group" aria-labelledby={words}>
      <p class="group-name" id={words}>
        {t(words)}
      </p>
      {children}
    </div>
  );
}
