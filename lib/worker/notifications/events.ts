import { HOUR, wholeMinute } from '@/lib/base/time';
import { messageButtons } from '@/lib/browser/message-notifications';
import { REMINDER_BUTTONS, withdraw } from '@/lib/browser/notifications';
import type { Intent } from '@/lib/model/actions/intent';
import { type NotificationKind, readNotificationID } from '@/lib/model/notifications/ids';
import { incomingOf } from '@/lib/model/notifications/new-messages';
import { createFailureEvents } from '@/lib/worker/actions/failure-events';
import type { Deps } from '@/lib/worker/core/session';
import { canArchive } from '@/lib/worker/core/state';
import { undoAt } from '@/lib/worker/surfaces/without-page';
import type { Commands } from '@/lib/worker/commands/commands';

/** What a press on a notification does. It may come long after the worker that showed it. */
export function createNotificationEvents(deps: Deps, commands: Commands) {
  const { act, openFromNotification } = commands;
  const undo = (at: number) => undoAt(deps, commands, at);
  const failures = createFailureEvents(deps, { retry: commands.retry, undo });

  const clicked = async (id: string): Promise<void> => {
    const name = readNotificationID(id);
    if (!name) return;
    if (name.kind === 'failure') return failures.clicked(id, name.actID);
    if (!OUTCOMES.has(name.kind)) return openFromNotification(id, name.chatID);
    // Where there is no button for it.
    if (name.kind === 'done' && import.meta.env.FIREFOX) await undo(name.at);
    await withdraw(id);
  };

  /** The same button pressed twice is one press: the id of what it does is that of the notification. */
  const actOnce = async (id: string, chatID: string, intent: Intent, does: string) => {
    await act({ intents: [{ id: `${does}:${id}`, chatID, intent }] });
    await withdraw(id);
  };

  const button = async (id: string, index: number): Promise<void> => {
    const name = readNotificationID(id);
    if (name?.kind === 'failure') return failures.button(id, name.actID, index);
    if (name?.kind === 'done') {
      await undo(name.at);
      await withdraw(id);
    }
    if (name?.chatID === undefined) return;
    const { kind, chatID } = name;
    const pressed = (await buttonsOf(deps, { kind, chatID }))[index];
    const inOneHour = {
      kind: 'remind',
      at: wholeMinute(deps.now() + HOUR),
      dismissOnIncoming: false,
    } as const;
    switch (pressed) {
      case 'snooze':
      case 'remind':
        return actOnce(id, chatID, inOneHour, pressed);
      case 'archive':
        return actOnce(id, chatID, { kind: 'archive' }, pressed);
      case 'open':
        return clicked(id);
      default:
        return undefined;
    }
  };

  return { clicked, button };
}

/** They only say something; a click opens nothing. */
const OUTCOMES: ReadonlySet<NotificationKind> = new Set(['test', 'done', 'trouble']);

interface OfChat {
  kind: NotificationKind;
  chatID: string;
}

type Button = (typeof REMINDER_BUTTONS)[number] | ReturnType<typeof messageButtons>[number];

async function buttonsOf({ store }: Deps, { kind, chatID }: OfChat): Promise<readonly Button[]> {
  if (kind === 'reminder') return REMINDER_BUTTONS;
  const state = await store.read();
  const incomingOfChat = state.incomingMessages && incomingOf(state.incomingMessages, chatID);
  return messageButtons(
    incomingOfChat ?? { hasNoArchive: !canArchive(state, state.chats.get(chatID)) },
  );
}
