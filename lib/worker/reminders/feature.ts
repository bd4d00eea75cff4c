import { rerunIfDirty } from '@/lib/base/async';
import { SECOND } from '@/lib/base/time';
import { setAlarm } from '@/lib/browser/alarms';
import type { Context } from '@/lib/worker/core/context';
import type { Reaction } from '@/lib/worker/core/reactions';
import { openSession } from '@/lib/worker/core/session';
import { toleratingOne } from '@/lib/worker/core/tolerate';
import { dismissStale } from './dismiss-stale';
import { nextReminderAt, ringDue } from './fire';
import { followLocalTime } from './follow-local-time';
import { recheckWithin } from './recheck-upcoming';

/** So long before it rings a reminder is looked at once more: after it, "gone" may mean "has rung". */
const LEAD = 2 * SECOND;

/** @param push sends what firing has put into the outbox. */
export function createReminders(context: Context, push: () => Promise<void>) {
  const { now, setTimer, background } = context;
  const fire = rerunIfDirty(async () => {
    await followLocalTime(context);
    await ringDue(context);
    background(push());
  });

  const recheckNext = async () => {
    const session = await openSession(context);
    if (session) await toleratingOne(session, () => recheckWithin(session, 2 * LEAD));
  };

  const nextReminder: Reaction = {
    name: 'alarm for the next reminder',
    follows: ['reminders', 'settings', 'pause', 'status'],
    isAwaited: true,
    run: async (state) => {
      const at = nextReminderAt(state, now());
      await setAlarm('reminders', at, now());
      setTimer('reminders', at, () => background(fire()));
      setTimer('before reminders', at && at - LEAD, () => background(recheckNext()));
    },
  };
  const stale: Reaction = {
    name: 'notifications of reminders that are over',
    follows: ['reminders'],
    run: rerunIfDirty(() => dismissStale(context)),
  };
  return { fire, alarms: { reminders: fire }, reactions: [nextReminder, stale] };
}
