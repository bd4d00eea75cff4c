import { forEachLimited, waitAtMost } from '@/lib/base/async';
import { CompanionError } from '@/lib/base/errors';
import { warn } from '@/lib/base/log';
import { SECOND } from '@/lib/base/time';
import { isShowing, showReminder, showReminders } from '@/lib/browser/notifications';
import { reminderID, remindersID } from '@/lib/model/notifications/ids';
import { ringsAt } from '@/lib/model/quiet/schedule';
import { isDeferred, markDeferred } from '@/lib/model/reminders/deferred';
import {
  changeReminder,
  dueReminders,
  hasRung,
  nextRingAt,
  type Reminder,
  reminderOf,
} from '@/lib/model/reminders/reminder';
import { dismissReminder } from '@/lib/worker/actions/apply-intents';
import { type Deps, openSession } from '@/lib/worker/core/session';
import { quietness, type State } from '@/lib/worker/core/state';
import { hasIncomingSince } from './dismiss-on-incoming';
import { recheckDue } from './recheck-upcoming';

/** When the next reminder rings, ms. */
export function nextReminderAt(state: State, now: number): number | undefined {
  const at = nextRingAt(state.reminders);
  return at === undefined ? undefined : ringsAt(quietness(state), at, now);
}

/** Rings every reminder whose moment has come, each once, also over the worker's death. */
export async function ringDue(deps: Deps): Promise<void> {
  const now = deps.now();
  await recheck(deps, remindersToRing(await deps.store.read(), now));
  const mayRing = remindersToRing(await deps.store.read(), now);
  const due: Reminder[] = [];
  await forEachLimited(mayRing, AT_ONCE, async (reminder) => {
    if (await isAnswered(deps, reminder)) await dismissReminder(deps.store, reminder);
    else due.push(reminder);
  });
  for (const group of groupsOf(due, now)) await ring(deps, group);
}

function remindersToRing(state: State, now: number): Reminder[] {
  const quiet = quietness(state);
  const reminders = markDeferred(state.reminders, quiet, now);
  return dueReminders(reminders, now).filter(({ at }) => ringsAt(quiet, at, now) <= now);
}

const AT_ONCE = 4;

/** Who is to be reminded does not wait longer for Beeper, ms. */
const PATIENCE = 2 * SECOND;

/** Each chat is looked at once before its reminder rings. */
async function recheck(deps: Deps, due: readonly Reminder[]): Promise<void> {
  const session = due.length > 0 ? await openSession(deps) : undefined;
  if (!session || (await session.read()).status.trouble) return;
  // Whatever fails, they ring.
  await waitAtMost(PATIENCE, recheckDue(session, due)).catch((error: unknown) =>
    warn('a reminder rings without a last look', error),
  );
}

/** Reminders that one notification tells of. */
interface Group {
  id: string;
  /** When it was made, ms; left out for one on its own. */
  gatheredAt?: number;
  members: readonly Reminder[];
}

/**
 * What quiet has held back comes as one. What a worker before was about to tell together or singly
 * stays so.
 */
function groupsOf(due: readonly Reminder[], now: number): Group[] {
  const fresh = due.filter(({ gatheredAt }) => gatheredAt === undefined);
  const begun = new Set(due.flatMap(({ gatheredAt }) => gatheredAt ?? []));
  const gathered = [...begun].map((at) =>
    groupOf(
      due.filter(({ gatheredAt }) => gatheredAt === at),
      at,
    ),
  );
  const deferred = fresh.filter((one) => one.bell === 'set' && isDeferred(one));
  if (deferred.length > 1) gathered.push(groupOf(deferred, now));
  const single = deferred.length > 1 ? fresh.filter((one) => !deferred.includes(one)) : fresh;
  return [...gathered, ...single.map((one) => ({ id: reminderID(one), members: [one] }))];
}

function groupOf(members: readonly Reminder[], gatheredAt: number): Group {
  return { id: remindersID(gatheredAt), gatheredAt, members };
}

async function ring(deps: Deps, group: Group): Promise<void> {
  const wasCutOff = group.members.some(({ bell }) => bell === 'ringing');
  if (wasCutOff && (await isShowing(group.id))) {
    await setPhases(deps, group, 'rung');
    return;
  }
  // Cleared or moved while Beeper was asked: there is nothing to ring.
  const left = await setPhases(deps, group, 'ringing');
  if (left.members.length === 0) return;
  try {
    await show(deps, left);
    await setPhases(deps, left, 'rung');
  } catch (error) {
    warn('a reminder could not be shown and stays due', error);
  }
}

async function show(deps: Deps, { members, gatheredAt }: Group): Promise<void> {
  const { chats } = await deps.store.read();
  const [first] = members;
  if (gatheredAt !== undefined) {
    const titles = members.map(({ chatID, title }) => chats.get(chatID)?.title ?? title);
    await showReminders(gatheredAt, titles);
  } else if (first) {
    await showReminder(first, chats.get(first.chatID), deps.now());
  }
}

/** Asked at the last moment; when Beeper cannot be asked, ringing is the safe side. */
async function isAnswered(deps: Deps, reminder: Reminder): Promise<boolean> {
  const session = reminder.dismissOnIncoming ? await openSession(deps) : undefined;
  if (!session) return false;
  return hasIncomingSince(session, reminder).catch((error: unknown) => {
    if (error instanceof CompanionError) return false;
    throw error;
  });
}

/** @returns those of the group that are still there as they were. */
async function setPhases(
  { store }: Deps,
  { members, ...group }: Group,
  bell: 'ringing' | 'rung',
): Promise<Group> {
  const { gatheredAt } = group;
  const change = (state: State, { chatID, at }: Reminder): State => {
    const current = reminderOf(state.reminders, chatID);
    if (current?.at !== at || hasRung(current)) return state;
    const changed = { bell, ...(gatheredAt !== undefined && { gatheredAt }) };
    return { ...state, reminders: changeReminder(state.reminders, chatID, changed) };
  };
  // On a full disk it rings all the same; the worker remembers, and writes it when there is room.
  const { reminders } = await store
    .update((state) => members.reduce(change, state))
    .catch(() => store.read());
  const isLeft = ({ chatID, at }: Reminder) => {
    const current = reminderOf(reminders, chatID);
    return current?.at === at && current.bell === bell;
  };
  return { ...group, members: members.filter(isLeft) };
}
