import type { Intent } from '@/lib/model/actions/intent';
import { enqueue } from '@/lib/model/actions/outbox';
import { type Reminder, setReminder, shiftedReminders } from '@/lib/model/reminders/reminder';
import type { Deps } from '@/lib/worker/core/session';
import type { State } from '@/lib/worker/core/state';

/** Moves the reminders set for a time of day to when it is that time here and now. */
export async function followLocalTime({ store, now }: Deps): Promise<void> {
  await store.update((state) =>
    shiftedReminders(state.reminders).reduce((before, one) => move(before, one, now()), state),
  );
}

/** In one change here and on its way to Beeper, so that no worker can die between the two. */
function move(state: State, shifted: Reminder, now: number): State {
  const { chatID, at, dismissOnIncoming } = shifted;
  const reminders = setReminder(state.reminders, shifted);
  if (shifted.kept === 'here') return { ...state, reminders };
  const heldAt = heldAtBeeper(state, shifted);
  const intent: Intent = {
    kind: 'remind',
    at,
    dismissOnIncoming,
    ...(heldAt !== undefined && { heldAt }),
  };
  // Who travels there and back and there again moves it to the same moment twice.
  const stamped = { id: `wall-clock:${now}:${at}:${chatID}`, chatID, intent };
  return { ...state, reminders, outbox: enqueue(state.outbox, stamped, state.chats.get(chatID)) };
}

/** Where Beeper showed it, ms; `undefined` where it did not, or may have one of ours by now. */
function heldAtBeeper({ chats, outbox }: State, { chatID, kept }: Reminder): number | undefined {
  const isArriving = outbox.entries.some(
    (entry) => entry.chatID === chatID && entry.state === 'sending',
  );
  return isArriving || kept !== 'seen' ? undefined : chats.get(chatID)?.reminder?.at;
}
