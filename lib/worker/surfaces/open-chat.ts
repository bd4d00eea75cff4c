import { withdraw } from '@/lib/browser/notifications';
import { attendTo } from '@/lib/model/reminders/reminder';
import { type Deps, demandSession } from '@/lib/worker/core/session';

/** Shows Beeper, wherever it stands. */
export async function openBeeper(deps: Deps): Promise<void> {
  const session = await demandSession(deps);
  await session.api.focus();
}

/**
 * Shows a chat in Beeper, at a message if one is named. Never queued: opening a window minutes
 * later helps nobody.
 *
 * @throws CompanionError what is wrong
 */
export async function openChat(deps: Deps, chatID: string, messageID?: string): Promise<void> {
  const session = await demandSession(deps);
  await session.api.focus(chatID, messageID);
  await session.update((state) => ({
    ...state,
    reminders: attendTo(state.reminders, chatID),
  }));
}

/** The notification goes once Beeper shows what it is about; where Beeper is away, it stays to be had. */
export async function openFromNotification(
  deps: Deps,
  notificationID: string,
  chatID?: string,
): Promise<void> {
  await (chatID === undefined ? openBeeper(deps) : openChat(deps, chatID));
  await withdraw(notificationID);
}
