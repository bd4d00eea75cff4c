import { isUnread } from '../lib/chat';
import type { Row } from '../lib/rows';
import type { Acts } from './hooks/use-acts';
import type { Layer } from './layer';

/** What can be done with a row, by mouse or by key. */
export interface RowDeeds {
  archive(row: Row): void;
  remind(row: Row): void;
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
  /** Sends again what was given up. */
  retry(row: Row): void;
  /** Accepts that it was given up. */
  dismiss(row: Row): void;
}

/** @param acts of the moment: what can be done stays the same. */
export function rowDeeds(acts: () => Acts, open: (layer: Layer) => void): RowDeeds {
  return {
    archive: ({ chat }) =>
      acts().act(chat, { kind: chat.box === 'archive' ? 'unarchive' : 'archive' }),
    toggleRead: ({ chat }) =>
      acts().act(
        chat,
        isUnread(chat) ? { kind: 'markRead', seenTo: chat.lastActivity } : { kind: 'markUnread' },
      ),
    toggleMute: ({ chat }) => acts().act(chat, { kind: chat.isMuted ? 'unmute' : 'mute' }),
    togglePin: ({ chat }) => acts().act(chat, { kind: chat.isPinned ? 'unpin' : 'pin' }),
    togglePriority: ({ chat }) =>
      acts().act(chat, { kind: chat.box === 'low-priority' ? 'normalPriority' : 'lowPriority' }),
    remind: (row) => open({ kind: 'remind', row }),
    remindAgain: (row) => open({ kind: 'remindAgain', row }),
    more: (row) => open({ kind: 'more', row }),
    peek: (row) => open({ kind: 'peek', row }),
    details: (row) => open({ kind: 'details', row }),
    open: ({ chat }) => acts().open(chat),
    retry: ({ failed }) => failed && acts().retryEntry(failed.id),
    dismiss: ({ failed }) => failed && acts().dismissEntry(failed.id),
  };
}
