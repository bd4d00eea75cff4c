import { useEffect, useRef, useState } from 'preact/hooks';

import { formatMoment } from '../../lib/format-time';
import { language, t } from '../../lib/i18n';
import type { Intent } from '../../lib/intents';
import { type Preset, presetsAt } from '../../lib/presets';
import type { Row } from '../../lib/rows';
import { onMenuKey } from './menu-keys';
import { MenuItem } from './MenuItem';
import { RemindForm } from './RemindForm';

interface Props {
  row: Row;
  now: number;
  onIntent(intent: Intent): void;
  onClose(): void;
}

/** The moments to choose from, each with the exact time it stands for and its number key. */
export function RemindMenu({ row, now, onIntent, onClose }: Props) {
  const [isPicking, setPicking] = useState(false);
  const [dismissOnIncoming, setDismiss] = useState(row.reminder?.dismissOnIncoming ?? false);
  const menu = useRef<HTMLDivElement>(null);
  const presets = presetsAt(now);
  const remind = ({ at, wall }: Pick<Preset, 'at' | 'wall'>) =>
    onIntent({ kind: 'remind', at, dismissOnIncoming, ...(wall && { wall }) });

  useEffect(() => {
    menu.current?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
  }, [isPicking]);

  if (isPicking) {
    return <RemindForm now={now} at={row.reminder?.at} onPick={remind} onClose={onClose} />;
  }
  return (
    <div
      ref={menu}
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label={t('remind_menu')}
      onKeyDown={(event) => onMenuKey(event, onClose)}
    >
      {presets.map((preset, index) => (
        <MenuItem
          key={preset.name}
          text={t(`remind_${preset.name}`)}
          detail={formatMoment(preset.at, now, language())}
          keyHint={index + 1}
          onPress={() => remind(preset)}
        />
      ))}
      <MenuItem
        text={t('remind_pick')}
        keyHint={presets.length + 1}
        onPress={() => setPicking(true)}
      />
      {row.reminder && (
        <MenuItem
          text={t('remind_clear')}
          keyHint={presets.length + 2}
          onPress={() => onIntent({ kind: 'clearReminder' })}
        />
      )}
      <button
        type="button"
        class="menu-item is-check"
        role="menuitemcheckbox"
        tabIndex={-1}
        aria-checked={dismissOnIncoming}
        onClick={() => setDismiss(!dismissOnIncoming)}
      >
        {t('remind_dismiss')}
      </button>
    </div>
  );
}
