import { isQuiet, type Quietness } from '@/lib/model/quiet/schedule';
import { dueReminders, type Reminder, type Reminders, setReminder } from './reminder';

/**
 * Says of every reminder that is due and not rung because it is quiet, or was, that it was held
 * back. Asked while that quiet is still what is known: once it has been ended by hand, nothing
 * tells of it any more.
 */
export function markDeferred(reminders: Reminders, quietness: Quietness, now: number): Reminders {
  if (quietness.settings.remindersRing) return reminders;
  const isHeld = (one: Reminder) =>
    one.bell === 'set' &&
    !isDeferred(one) &&
    (isQuiet(quietness, one.at) || isQuiet(quietness, now));
  return dueReminders(reminders, now)
    .filter(isHeld)
    .reduce((noted, one) => setReminder(noted, { ...one, quietAt: now }), reminders);
}

/** One that has been moved to later since is due anew. */
export function isDeferred({ at, quietAt }: Reminder): boolean {
  return quietAt !== undefined && at <= quietAt;
}
