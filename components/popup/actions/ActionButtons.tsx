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
  /** Beside a heading that tells the chat the short texts will do, where there are any. */
  isShort?: boolean;
  tabIndex?: number;
}

/** A button for each action that rows have buttons for. */
export function ActionButtons({ row, run, canAct, isShort = false, tabIndex }: Props) {
  return offersFor(row, canAct).map(
    ({ id, isOnRow, keys: [key = ''], opensMenu, shown: { icon, menu, label } }) =>
      isOnRow &&
      icon &&
      label && (
        <IconButton
          key={id}
          icon={icon}
          name={isShort && menu ? t(menu) : t(label, row.chat.title)}
          keyHint={keyName(key)}
          {...(opensMenu && { opensMenu })}
          {...(tabIndex !== undefined && { tabIndex })}
          onPress={() => run(id, row)}
        />
      ),
  );
}
