import { IconButton } from '@/components/parts/IconButton';
import type { CanAct } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import { t } from '@/lib/text/i18n';
import { keyName } from './key-name';
import { offersFor, type RunAction } from './offers';

interface Props {
  row: Row;
  run: RunAction;
  canAct: CanAct;
}

/** The actions of a row, in the same place on every one; reached by their keys, not by tabbing. */
export function RowActions({ row, run, canAct }: Props) {
  return (
    <span class="actions">
      {offersFor(row, canAct).map(
        ({ id, isOnRow, keys: [key = ''], opensMenu, shown: { icon, label } }) =>
          isOnRow &&
          icon &&
          label && (
            <IconButton
              key={id}
              icon={icon}
              name={t(label, row.chat.title)}
              keyHint={keyName(key)}
              {...(opensMenu && { opensMenu })}
              tabIndex={-1}
              onPress={() => run(id, row)}
            />
          ),
      )}
    </span>
  );
}
