import type { MessageKey } from './i18n';
import type { IntentKind } from './intents';
import type { PresetName } from './presets';
import type { Tab } from './views';

interface ActWords {
  done: MessageKey;
  failed: MessageKey;
  /** For the row itself, which names the chat already. */
  notDone: MessageKey;
}

/** What is said when an act is done, and when it could not be. `$1` is the chat's title. */
export const ACT_WORDS: Record<IntentKind, ActWords> = {
  archive: { done: 'done_archive', failed: 'failed_archive', notDone: 'not_archive' },
  unarchive: { done: 'done_unarchive', failed: 'failed_unarchive', notDone: 'not_unarchive' },
  markRead: { done: 'done_mark_read', failed: 'failed_mark_read', notDone: 'not_mark_read' },
  markUnread: {
    done: 'done_mark_unread',
    failed: 'failed_mark_unread',
    notDone: 'not_mark_unread',
  },
  remind: { done: 'done_remind', failed: 'failed_remind', notDone: 'not_remind' },
  clearReminder: {
    done: 'done_clear_reminder',
    failed: 'failed_clear_reminder',
    notDone: 'not_clear_reminder',
  },
};

export const PRESET_WORDS: Record<PresetName, MessageKey> = {
  inOneHour: 'remind_in_one_hour',
  thisEvening: 'remind_this_evening',
  tomorrow: 'remind_tomorrow',
  thisWeekend: 'remind_this_weekend',
  nextWeek: 'remind_next_week',
};

export const TAB_WORDS: Record<Tab, { name: MessageKey; empty: MessageKey }> = {
  unread: { name: 'tab_unread', empty: 'empty_unread' },
  inbox: { name: 'tab_inbox', empty: 'empty_inbox' },
  reminders: { name: 'tab_reminders', empty: 'empty_reminders' },
  archive: { name: 'tab_archive', empty: 'empty_archive' },
};
