import { formatDraft } from './seed/bodies';
import type { ChatRecord, MessageRecord, ReminderRecord } from './world/records';
import { markRead, markUnread } from './world/reading';
import { receive, withdraw, type Incoming } from './world/talking';
import type { World } from './world/world';

/** What happens on other devices and at other people's, told by chat id. */
export interface Elsewhere {
  addChat(overrides?: Partial<ChatRecord>): ChatRecord;
  leave(chatID: string): void;
  receive(chatID: string, incoming: Incoming): MessageRecord;
  /** Somebody takes back a message: what is left of it says only that it was deleted. */
  deleteElsewhere(chatID: string, messageID: string): void;
  readElsewhere(chatID: string): void;
  markUnreadElsewhere(chatID: string): void;
  archiveElsewhere(chatID: string, isArchived?: boolean): void;
  muteElsewhere(chatID: string, isMuted?: boolean): void;
  /** Somebody types in the app, or empties the field there. */
  draftElsewhere(chatID: string, text: string | null): void;
  pinElsewhere(chatID: string, isPinned?: boolean): void;
  lowPriorityElsewhere(chatID: string, isLowPriority?: boolean): void;
  setReminderElsewhere(chatID: string, reminder: ReminderWish | null): void;
  /** The reminder's time has come: it is gone and the chat is back, marked unread. */
  ringReminder(chatID: string): void;
}

export interface ReminderWish {
  remindAt: number | string | Date;
  dismissOnIncomingMessage?: boolean;
}

export function elsewhere(world: World, chat: (id: string) => ChatRecord): Elsewhere {
  const change = (id: string, to: Partial<ChatRecord>): void => void world.change(chat(id), to);
  return {
    addChat: (overrides) => world.addChat(overrides),
    leave: (id) => world.leave(chat(id)),
    receive: (id, incoming) => receive(world, chat(id), incoming),
    deleteElsewhere: (id, messageID) => {
      const message = world.messages(chat(id)).find((one) => one.id === messageID);
      if (message) withdraw(world, chat(id), message);
    },
    readElsewhere: (id) => void markRead(world, chat(id)),
    markUnreadElsewhere: (id) => void markUnread(world, chat(id)),
    archiveElsewhere: (id, isArchived = true) => change(id, { isArchived }),
    muteElsewhere: (id, isMuted = true) => change(id, { isMuted }),
    draftElsewhere: (id, text) => change(id, { draft: text === null ? null : formatDraft(text) }),
    pinElsewhere: (id, isPinned = true) => change(id, { isPinned }),
    lowPriorityElsewhere: (id, isLowPriority = true) => change(id, { isLowPriority }),
    setReminderElsewhere: (id, reminder) => change(id, { reminder: recordOf(reminder) }),
    ringReminder: (id) => change(id, { reminder: null, isArchived: false, isMarkedUnread: true }),
  };
}

function recordOf(wish: ReminderWish | null): ReminderRecord | null {
  if (!wish) return null;
  const { remindAt, dismissOnIncomingMessage = true } = wish;
  return { remindAt: new Date(remindAt).getTime(), dismissOnIncomingMessage };
}
