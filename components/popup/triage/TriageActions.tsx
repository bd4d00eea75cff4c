import { Icon, type IconName } from '@/components/parts/Icon';
import { keyName } from '@/components/popup/actions/key-name';
import { offersFor } from '@/components/popup/actions/offers';
import type { ActionID } from '@/components/popup/actions/table';
import type { CanAct } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import { t } from '@/lib/text/i18n';
import { spokenLabel } from '@/lib/text/spoken-label';

interface Props {
  row: Row;
  canAct: CanAct;
  runAction(id: ActionID): void;
}

/** What can be done with the chat that is shown, each with its key. */
export function TriageActions({ row, canAct, runAction }: Props) {
  return (
    <div class="triage-acts">
      {offersFor(row, canAct).map(
        ({ id, keys: [key = ''], opensMenu, shown: { icon, triage, label } }) =>
          icon &&
          triage &&
          label && (
            <ActionButton
              key={id}
              icon={icon}
              text={t(triage)}
              name={t(label, row.chat.title)}
              keyHint={keyName(key)}
              {...(opensMenu && { opensMenu })}
              onPress={() => runAction(id)}
            />
          ),
      )}
    </div>
  );
}

interface ActionButtonProps {
  icon: IconName;
  text: string;
  /** Says more than the text: which chat. */
  name: string;
  keyHint: string;
  opensMenu?: boolean;
  onPress(): void;
}

function ActionButton({ icon, text, name, keyHint, opensMenu, onPress }: ActionButtonProps) {
  return (
    <button
      type="button"
      class="act"
      aria-label={spokenLabel(text, name)}
      {...(opensMenu && { 'aria-haspopup': 'menu' as const })}
      onClick={onPress}
    >
      <Icon name={icon} />
      <span>{text}</span>
      {/* Drawn by the stylesheet: written here it would be a part of the label. */}
      <kbd aria-hidden="true" data-hint={keyHint} />
    </button>
  );
}
