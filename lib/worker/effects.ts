import { type Clock, MINUTE } from '@/lib/base/time';
import { clearAlarm, repeatAlarm, setAlarm, SHORTEST } from '@/lib/browser/alarms';
import { BADGE_ROOM, showBadge } from '@/lib/browser/toolbar';
import { nextAttemptAt, project } from '@/lib/model/actions/outbox';
import { type Badge, badgeOf, type QuietBadge } from '@/lib/model/badge/badge';
import { tallyUnread } from '@/lib/model/badge/count';
import type { Chat } from '@/lib/model/chats/chat';
import { shownChats } from '@/lib/model/chats/merge';
import { pollInterval } from '@/lib/model/connection/poll-interval';
import { type DrawGlance, frameOf } from '@/lib/model/list/prerendered';
import { glanceAt } from '@/lib/model/list/summary';
import { quietEndsAt, quietTurnsAt } from '@/lib/model/quiet/schedule';
import type { QuietSettings } from '@/lib/model/quiet/settings';
import { FRAME, GLANCE, PULSE } from '@/lib/storage/items';
import { type Write, writeOf } from '@/lib/storage/local';
import { formatMoment } from '@/lib/text/format-time';
import { language } from '@/lib/text/i18n';
import { quietness, type State } from '@/lib/worker/core/state';
import { nextBellAt } from '@/lib/worker/reminders/fire';

/** Sets the toolbar to what the state says, unless it already shows that. */
export function createToolbar(now: Clock) {
  let shown = '';
  return async (state: State): Promise<void> => {
    const badge = badgeFor(state, now());
    const looks = JSON.stringify([badge, state.status.isConnected]);
    if (looks === shown) return;
    await showBadge(badge, state.status.isConnected);
    shown = looks;
  };
}

function badgeFor(state: State, now: number): Badge {
  const { status, settings } = state;
  const until = quietEndsAt(quietness(state), now);
  const quiet = until === undefined ? undefined : quietBadge(until, now, settings.quiet);
  const tally = tallyUnread(asWanted(state), settings.badge, state.looked);
  return badgeOf(status, tally, { quiet, room: BADGE_ROOM });
}

function quietBadge(until: number, now: number, { hidesBadge }: QuietSettings): QuietBadge {
  return { until: formatMoment(until, now, language()), hidesNumber: hidesBadge };
}

/** The chats as the person has asked for them: the number follows a click at once. */
function* asWanted({ chats, outbox }: State): Generator<Chat> {
  const touched = new Set(outbox.entries.map(({ chatID }) => chatID));
  for (const chat of shownChats(chats)) {
    yield touched.has(chat.id) ? project(chat, outbox.entries) : chat;
  }
}

/** @param isSocketHere the live socket is lost with the worker */
export async function scheduleAlarms(
  state: State,
  now: number,
  isSocketHere: boolean,
): Promise<void> {
  const { status, outbox } = state;
  if (status.isConnected) await repeatAlarm('poll', pollInterval(state, now), now);
  else await clearAlarm('poll');
  if (status.isLive && isSocketHere) await repeatAlarm('socket', SHORTEST, now);
  else await clearAlarm('socket');
  if (state.update) await repeatAlarm('update', UPDATE_PATIENCE, now);
  else await clearAlarm('update');
  await setAlarm('reminders', nextBellAt(state, now), now);
  await setAlarm('quiet', quietTurnsAt(quietness(state), now), now);
  await setAlarm('outbox', status.isConnected ? nextAttemptAt(outbox) : undefined, now);
}

/** Between two looks whether it is a good moment. */
const UPDATE_PATIENCE = MINUTE;

/** What the popup is told of a change: its first screen, and which records to read anew. */
export function createAnnouncer(now: Clock, draw: DrawGlance | undefined) {
  let revision = 0;
  return (state: State, shards: readonly number[] | null): Write[] => {
    const { status, filters, settings } = state;
    const glance = glanceAt(state, status, { filters, singleKeys: settings.singleKeys });
    const frame = draw ? frameOf(glance, now(), draw) : null;
    const firstFrame = [writeOf(GLANCE, glance), writeOf(FRAME, frame)];
    if (shards?.length === 0) return firstFrame;
    revision = Math.max(revision + 1, now());
    return [...firstFrame, writeOf(PULSE, { revision, shards })];
  };
}
