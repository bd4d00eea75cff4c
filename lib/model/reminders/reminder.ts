import { DAY, MINUTE } from '@/lib/base/time';
import { isSameMoment } from '@/lib/model/actions/intent';
import type { Chat } from '@/lib/model/chats/chat';
import { momentOfLocal, type LocalDateTime } from '@/lib/model/reminders/times/local-time';

/**
 * Where a reminder is kept. `sending`: ours, not yet at Beeper. `sent`: Beeper took it. `seen`:
 * Beeper shows it, so if it vanishes there it was cleared there. `here`: Beeper refused it.
 */
export const SYNC_STATES = ['sending', 'sent', 'seen', 'here'] as const;
export type SyncState = (typeof SYNC_STATES)[number];

/** A reminder as the companion rings it; one a chat, as at Beeper. */
export interface Reminder {
  chatID: string;
  /** The chat's title when it was set, in case the chat is forgotten before it rings. */
  title: string;
  /** ms */
  at: number;
  /** The time of day it was set for; left out for durations and for those set in Beeper. */
  wall?: LocalDateTime;
  /** When it was set or first seen, ms: only messages after this count as "wrote first". */
  setAt: number;
  dismissOnIncoming: boolean;
  kept: SyncState;
  /** Kept here, but an answer was lost: Beeper may have it as well. */
  isTried?: boolean;
  bell: NotificationPhase;
  /** When it was due and quiet was what held it back, ms. */
  quietAt?: number;
  /** When the notification was made that tells of it together with others, ms. */
  gatheredAt?: number;
  /** Activity up to here was looked through for a message of theirs, ms. */
  checkedTo?: number;
}

/**
 * `ringing` is written before the notification is shown and `rung` after it: a worker that dies
 * between the two looks whether it is there instead of ringing again. `done`: dealt with, kept so
 * that Beeper's copy does not ring it again.
 */
export const NOTIFICATION_PHASES = ['set', 'ringing', 'rung', 'done'] as const;
export type NotificationPhase = (typeof NOTIFICATION_PHASES)[number];

export type Reminders = Readonly<Record<string, Reminder>>;

/** The reminder of a chat; one that is called as every object's own members has none of those. */
export function reminderOf(reminders: Reminders, chatID: string): Reminder | undefined {
  return Object.hasOwn(reminders, chatID) ? reminders[chatID] : undefined;
}

/** A rung reminder is remembered this long, so that Beeper's copy does not ring it again. */
const REMEMBERED = 7 * DAY;

/** One of Beeper's that we never saw and that is older than this is not news. */
const STALE = 6 * DAY;

/** Later than this and the notification says when it was due. */
const LATE_AFTER = 2 * MINUTE;

export function setReminder(reminders: Reminders, reminder: Reminder): Reminders {
  return { ...reminders, [reminder.chatID]: reminder };
}

/** Takes a reminder away: one not yet rung is forgotten, one that rang is dealt with. */
export function closeReminder(reminders: Reminders, chatID: string): Reminders {
  return hasRung(reminderOf(reminders, chatID))
    ? changeReminder(reminders, chatID, { bell: 'done' })
    : dropReminder(reminders, chatID);
}

/** The person has turned to the chat: a reminder that rang for it has done its work. */
export function attendTo(reminders: Reminders, chatID: string): Reminders {
  return hasRung(reminderOf(reminders, chatID)) ? closeReminder(reminders, chatID) : reminders;
}

export function hasRung(reminder: Reminder | undefined): boolean {
  return reminder?.bell === 'rung' || reminder?.bell === 'done';
}

export function dropReminder(reminders: Reminders, chatID: string): Reminders {
  const { [chatID]: dropped, ...rest } = reminders;
  return dropped ? rest : reminders;
}

export function changeReminder(
  reminders: Reminders,
  chatID: string,
  change: Partial<Reminder>,
): Reminders {
  const reminder = reminderOf(reminders, chatID);
  return reminder ? setReminder(reminders, { ...reminder, ...change }) : reminders;
}

/** Those whose moment has come and whose notification was not shown, earliest first. */
export function dueReminders(reminders: Reminders, now: number): Reminder[] {
  return Object.values(reminders)
    .filter((reminder) => !hasRung(reminder) && reminder.at <= now)
    .toSorted((a, b) => a.at - b.at);
}

/** When the next reminder rings, ms. */
export function nextRingAt(reminders: Reminders): number | undefined {
  const moments = Object.values(reminders).flatMap((reminder) =>
    hasRung(reminder) ? [] : [reminder.at],
  );
  return moments.length > 0 ? Math.min(...moments) : undefined;
}

/**
 * Those whose time of day has become another moment, by travel or by new rules: as they are now.
 */
export function shiftedReminders(reminders: Reminders): Reminder[] {
  return Object.values(reminders).flatMap((reminder) => {
    const at = reminder.wall ? momentOfLocal(reminder.wall) : reminder.at;
    const isShifted = reminder.bell === 'set' && !isSameMoment(at, reminder.at);
    return isShifted ? [{ ...reminder, at }] : [];
  });
}

export function isLate(reminder: Reminder, now: number): boolean {
  return now - reminder.at > LATE_AFTER;
}

/** Without those rung so long ago that nothing can ring them again. */
export function forgetOld(reminders: Reminders, now: number): Reminders {
  const kept = Object.values(reminders).filter(
    (reminder) => !hasRung(reminder) || now - reminder.at < REMEMBERED,
  );
  if (kept.length === Object.keys(reminders).length) return reminders;
  return Object.fromEntries(kept.map((reminder) => [reminder.chatID, reminder]));
}

/** Whether it may have been forgotten for its age alone: that says not that it is dealt with. */
export function isFading(at: number, now: number): boolean {
  return now - at > STALE;
}

export interface AdoptContext {
  now: number;
  /** When the companion was connected, ms: what was due before was Beeper's to ring. */
  connectedAt: number;
  /** Chats with a reminder change of ours under way: what Beeper says of them is old. */
  isPending: (chatID: string) => boolean;
}

/** Brings our reminders in line with what Beeper says of its own, for chats just described. */
export function adoptReminders(
  reminders: Reminders,
  chats: Iterable<Chat>,
  context: AdoptContext,
): Reminders {
  let adopted = reminders;
  for (const chat of chats) {
    if (!context.isPending(chat.id)) adopted = adoptReminder(adopted, chat, context);
  }
  return adopted;
}

function adoptReminder(reminders: Reminders, chat: Chat, context: AdoptContext): Reminders {
  const ours = reminderOf(reminders, chat.id);
  const theirs = chat.reminder;
  if (theirs === undefined) return reminders;
  if (theirs === null)
    return wasCleared(ours, chat, context) ? dropReminder(reminders, chat.id) : reminders;
  if (ours && isSameMoment(ours.at, theirs.at)) {
    return ours.kept === 'seen' ? reminders : changeReminder(reminders, chat.id, { kept: 'seen' });
  }
  // Beeper refused ours, so what it still has is the one that ours was to replace.
  if (ours?.kept === 'here' && (!hasRung(ours) || theirs.at <= ours.at)) return reminders;
  return setReminder(reminders, {
    chatID: chat.id,
    title: chat.title,
    at: theirs.at,
    setAt: context.now,
    dismissOnIncoming: theirs.dismissOnIncoming,
    kept: 'seen',
    bell: isNews(theirs.at, context) ? 'set' : 'done',
  });
}

function isNews(at: number, { now, connectedAt }: AdoptContext): boolean {
  return at > connectedAt && now - at < STALE;
}

/**
 * Beeper drops a reminder of its own once it rang; only before that does absence mean cleared. In
 * the last minute it may have rung already, where seconds were dropped or clocks differ: then the
 * chat is marked as unread.
 */
function wasCleared(ours: Reminder | undefined, chat: Chat, { now }: AdoptContext): boolean {
  if (ours?.kept !== 'seen' || ours.bell !== 'set' || ours.at <= now) return false;
  return ours.at - MINUTE > now || !chat.isMarkedUnread;
}
