import { rerunIfDirty } from '@/lib/base/async';
import { setAlarm } from '@/lib/browser/alarms';
import type { Context } from '@/lib/worker/core/context';
import type { Reaction } from '@/lib/worker/core/reactions';
import { dismissStale } from './dismiss-stale';
import { nextReminderAt, ringDue } from './fire';
import { followLocalTime } from './follow-local-time';

/** @param push sends what firing has put into the outbox. */
export function createReminders(context: Context, push: () => Promise<void>) {
  const { now, setTimer, background } = context;
  const fire = rerunIfDirty(async () => {
    await followLocalTime(context);
    await ringDue(context);
    background(push());
  });

  const nextReminder: Reaction = {
    name: 'alarm for the next reminder',
    follows: ['reminders', 'settings', 'pause', 'status'],
    isAwaited: true,
    run: async (state) => {
      const at = nextReminderAt(state, now());
      await setAlarm('reminders', at, now());
      setTimer('reminders', at, () => background(fire()));
    },
  };
  const stale: Reaction = {
    name: 'notifications of reminders that are over',
    follows: ['reminders'],
    run: rerunIfDirty(() => dismissStale(context)),
  };
  return { fire, alarms: { reminders: fire }, reactions: [nextReminder, stale] };
}
