import type { ComponentChildren } from 'preact';

import { type MessageKey, t } from '../lib/i18n';

interface Props {
  name: MessageKey;
  children: ComponentChildren;
}

/** Settings that belong together. Goes with the last of them that a search leaves. */
export function SettingsGroup({ name, children }: Props) {
  return (
    <div class="settings-group" role="group" aria-labelledby={name}>
      <p class="group-name" id={name}>
        {t(name)}
      </p>
      {children}
    </div>
  );
}
