import {
  isFading,
  type Reminder,
  reminderOf,
  type Reminders,
} from '@/lib/model/reminders/reminder';
import { readNotificationID } from './ids';

/** Whether a notification is to stay, as far as reminders go: nobody has dealt with what it tells of. */
export function isShownFor(id: string, reminders: Reminders, now: number): boolean {
  const name = readNotificationID(id);
  if (name?.kind !== 'reminder' && name?.kind !== 'reminders') return true;
  const { at, chatID } = name;
  if (isFading(at, now)) return true;
  if (chatID === undefined) return Object.values(reminders).some(isOfGroup(at));
  const reminder = reminderOf(reminders, chatID);
  return reminder?.at === at && isHeard(reminder);
}

function isOfGroup(at: number): (reminder: Reminder) => boolean {
  return (reminder) => reminder.gatheredAt === at && isHeard(reminder);
}

/** It is being shown from `ringing` on. */
function isHeard({ bell }: Reminder): boolean {
  return bell === 'ringing' || bell === 'rung';
}
