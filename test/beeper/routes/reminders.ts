import { isRich } from '../age';
import { ApiError } from '../http/reply';
import { route, type App, type Route } from '../http/route';
import { boolean, isoDate, number, object, optional } from '../http/schema';
import type { ReminderRecord } from '../world/records';
import { chatOf } from './lookup';
import { successReply } from './success';

interface ReminderBody {
  reminder: { remindAt?: string; remindAtMs?: number; dismissOnIncomingMessage?: boolean };
}

const dismissOnIncomingMessage = optional(boolean);
const datedBody = object({ reminder: object({ remindAt: isoDate, dismissOnIncomingMessage }) });
const countedBody = object({ reminder: object({ remindAtMs: number, dismissOnIncomingMessage }) });

export const REMINDER_ROUTES: readonly Route[] = [
  route<ReminderBody>({
    method: 'POST',
    path: '/v1/chats/:chatID/reminders',
    scope: 'write',
    body: (age) => (isRich(age) ? datedBody : countedBody),
    handle: (call) => {
      refuseByPlan(call.app);
      call.app.world.change(chatOf(call), { reminder: recordOf(call.body) });
      return successReply(call.app.switches);
    },
  }),
  route({
    method: 'DELETE',
    path: '/v1/chats/:chatID/reminders',
    scope: 'write',
    handle: (call) => {
      refuseByPlan(call.app);
      call.app.world.change(chatOf(call), { reminder: null });
      return successReply(call.app.switches);
    },
  }),
];

/** The default for dismissal is not documented; the compatible server dismisses. */
function recordOf({ reminder }: ReminderBody): ReminderRecord {
  const { remindAt, remindAtMs = 0, dismissOnIncomingMessage: dismiss = true } = reminder;
  return {
    remindAt: remindAt === undefined ? remindAtMs : Date.parse(remindAt),
    dismissOnIncomingMessage: dismiss,
  };
}

function refuseByPlan({ switches }: App): void {
  if (!switches.remindersRefused) return;
  throw new ApiError(403, 'forbidden', 'Your plan has no more reminders');
}
