import type { Overlay } from '@/components/popup/overlays/overlay';
import { toggleWanted } from '@/lib/model/actions/toggle';
import type { Row } from '@/lib/model/chats/rows';
import type { Acts } from './use-act';

/** What can be done with a row, by mouse or by key. */
export interface RowDeeds {
  archive(row: Row): void;
  remind(row: Row): void;
  /** Where somebody can write. */
  reply(row: Row): void;
  /** As last time, without a question. */
  remindAgain(row: Row): void;
  toggleRead(row: Row): void;
  toggleMute(row: Row): void;
  togglePin(row: Row): void;
  togglePriority(row: Row): void;
  /** Everything that can be done with it, to choose from. */
  more(row: Row): void;
  peek(row: Row): void;
  details(row: Row): void;
  open(row: Row): void;
  /** Selects it, or no longer. */
  select(row: Row): void;
  /** Selects all from the one that was selected last to this one. */
  selectTo(row: Row): void;
  /** Sends again what was given up. */
  retry(row: Row): void;
  /** Accepts that it was given up. */
  dismiss(row: Row): void;
}

/** @param acts of the moment: what can be done stays the same. */
export function rowDeeds(
  acts: () => Acts,
  open: (overlay: Overlay) => void,
  selecting: Pick<RowDeeds, 'select' | 'selectTo'>,
): RowDeeds {
  return {
    ...selecting,
    archive: (row) => acts().actOn(toggleWanted('archive', [row])),
    toggleRead: (row) => acts().actOn(toggleWanted('toggleRead', [row])),
    toggleMute: (row) => acts().actOn(toggleWanted('toggleMute', [row])),
    togglePin: (row) => acts().actOn(toggleWanted('togglePin', [row])),
    togglePriority: (row) => acts().actOn(toggleWanted('togglePriority', [row])),
    remind: (row) => open({ kind: 'remind', row }),
    reply: (row) => open({ kind: 'reply', row }),
    remindAgain: (row) => open({ kind: 'remindAgain', row }),
    more: (row) => open({ kind: 'more', row }),
    peek: (row) => open({ kind: 'peek', row }),
    details: (row) => open({ kind: 'details', row }),
    open: ({ chat }) => acts().open(chat),
    retry: ({ failed }) => failed && acts().retryEntry(failed.id),
    dismiss: ({ failed }) => failed && acts().dismissEntry(failed.id),
  };
}
