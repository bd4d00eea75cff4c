import { errorCode, isUnreachable } from '@/lib/base/errors';
import { openBeeper as openBeeperHere } from '@/lib/browser/links';
import { withdraw } from '@/lib/browser/notifications';
import { attendTo } from '@/lib/model/reminders/reminder';
import { openedBeeper } from '@/lib/worker/core/problems';
import { type Deps, demandSession } from '@/lib/worker/core/session';

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

/** Showing Beeper, or a chat in it. */
export function openCommands(deps: Deps) {
  const { store, now } = deps;
  const focusBeeper = async (): Promise<void> => {
    const session = await demandSession(deps);
    await session.api.focus();
  };
  /** Opened by a link of the computer's: from now on it is being started. */
  const openingBeeper = async (): Promise<void> => {
    await store.update((state) => ({ ...state, status: openedBeeper(state.status, now()) }));
  };
  return {
    openChat: ({ chatID, messageID }: { chatID: string; messageID?: string }): Promise<void> =>
      openChat(deps, chatID, messageID),
    openingBeeper,
    /** Shows Beeper; one on this computer that is not running is started. */
    openBeeper: async (): Promise<void> => {
      await focusBeeper().catch(async (error: unknown) => {
        const { status } = await store.read();
        if (!isUnreachable(errorCode(error)) || status.isElsewhere) throw error;
        openBeeperHere();
        await openingBeeper();
      });
    },
    /** The notification goes once Beeper shows what it is about; where Beeper is away, it stays. */
    openFromNotification: async (notificationID: string, chatID?: string): Promise<void> => {
      await (chatID === undefined ? focusBeeper() : openChat(deps, chatID));
      await withdraw(notificationID);
    },
  };
}
