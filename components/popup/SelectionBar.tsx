import { IconButton } from '@/components/parts/IconButton';
import { keyName } from '@/components/popup/actions/key-name';
import { offersForMany } from '@/components/popup/actions/offers';
import type { ActionID } from '@/components/popup/actions/table';
import type { CanAct } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import { t, tn } from '@/lib/text/i18n';

interface Props {
  /** The selected rows: at least one. */
  rows: readonly Row[];
  canAct: CanAct;
  runMany(id: ActionID, rows: readonly Row[]): void;
  clear(): void;
}

/** In the foot's place while chats are selected: how many, and what can be done with them. */
export function SelectionBar({ rows, canAct, runMany, clear }: Props) {
  const count = tn('selected', rows.length);
  return (
    <section class="many" aria-label={count}>
      <div class="many-tools" role="toolbar" aria-label={count}>
        <span class="many-count">{count}</span>
        {offersForMany(rows, canAct).map(
          ({ id, keys: [key = ''], opensMenu, able, shown: { icon, selection } }) =>
            icon &&
            selection && (
              <IconButton
                key={id}
                icon={icon}
                name={t(selection)}
                keyHint={keyName(key)}
                {...(opensMenu && { opensMenu })}
                onPress={() => runMany(id, able)}
              />
            ),
        )}
        <IconButton
          icon="close"
          name={t('many_clear')}
          keyHint={keyName('Escape')}
          onPress={clear}
        />
      </div>
    </section>
  );
}
