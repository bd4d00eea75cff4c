import { browser } from 'wxt/browser';

import type { ErrorCode } from '@/lib/base/errors';
import { type Failure, type FailureButton, failureButtons } from '@/lib/model/actions/failures';
import type { Chat } from '@/lib/model/chats/chat';
import { previewLine } from '@/lib/model/list/preview';
import {
  failureID,
  outcomeID,
  readNotificationID,
  reminderID,
  remindersID,
  testID,
} from '@/lib/model/notifications/ids';
import { isLate, type Reminder } from '@/lib/model/reminders/reminder';
import { stepOf, titleOf } from '@/lib/text/error-texts';
import { formatMoment } from '@/lib/text/format-time';
import { language, t, tn } from '@/lib/text/i18n';

/** What a notification says, and the words on its buttons. */
export interface Shown {
  title: string;
  message: string;
  buttons?: readonly string[];
  /** It does not go by itself. */
  stays?: boolean;
}

/** @throws whatever the browser says when it cannot show it. */
export async function show(id: string, { title, message, buttons, stays }: Shown): Promise<void> {
  await browser.notifications.create(id, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/icon-128.png'),
    title,
    message,
    ...extras(buttons ?? [], stays ?? false),
  });
}

/** Firefox refuses a notification with any of these: https://bugzil.la/1190681 */
function extras(buttons: readonly string[], requireInteraction: boolean) {
  if (import.meta.env.FIREFOX) return {};
  return { requireInteraction, buttons: buttons.map((title) => ({ title })) };
}

export const REMINDER_BUTTONS = ['open', 'snooze'] as const;

export function showReminder(
  reminder: Reminder,
  chat: Chat | undefined,
  now: number,
): Promise<void> {
  return show(reminderID(reminder), {
    title: chat?.title ?? reminder.title,
    message: reminderText(reminder, chat, now),
    buttons: REMINDER_BUTTONS.map((button) => t(`notification_${button}`)),
    stays: true,
  });
}

/** "Reminder" or when it was due, then the last message. */
export function reminderText(reminder: Reminder, chat: Chat | undefined, now: number): string {
  const headline = isLate(reminder, now)
    ? t('notification_late', formatMoment(reminder.at, now, language()))
    : t('notification_reminder');
  const line = chat ? previewLine(chat) : '';
  return line ? `${headline}\n${line}` : headline;
}

/** Many that are due at once, as one. */
export function showReminders(at: number, titles: readonly string[]): Promise<void> {
  return show(remindersID(at), {
    title: tn('notification_reminders', titles.length),
    message: titles.join(', '),
    stays: true,
  });
}

export function showTest(now: number): Promise<void> {
  return show(testID(now), {
    title: t('notification_test_title'),
    message: t('notification_test_text'),
  });
}

/**
 * Says what was done in a place of the browser's own, to be taken back; where notifications have no
 * buttons, by a click on it. Left out: there was nothing to do.
 */
export function showDone(at: number, what: string | undefined): Promise<void> {
  if (what === undefined)
    return show(outcomeID('done', at), { title: t('empty_unread'), message: '' });
  const hasButtons = !import.meta.env.FIREFOX;
  return show(outcomeID('done', at), {
    title: what,
    message: hasButtons ? t('extension_name') : t('notification_click_undo'),
    buttons: [t('action_undo')],
  });
}

/** Says why what was asked for in such a place could not be done. */
export function showTrouble(at: number, code: ErrorCode): Promise<void> {
  return show(outcomeID('trouble', at), { title: titleOf(code), message: stepOf(code) });
}

const FAILURE_WORDS = {
  settings: 'action_open_settings',
  retry: 'action_try_again',
  undo: 'action_undo',
} as const satisfies Record<FailureButton, string>;

/** Says what was done in such a place, as was thought, and could not be; and why. */
export function showFailure(failure: Failure, what: string): Promise<void> {
  return show(failureID(failure.actID), {
    title: what,
    message: `${titleOf(failure.error)}\n${stepOf(failure.error)}`,
    buttons: failureButtons(failure).map((button) => t(FAILURE_WORDS[button])),
  });
}

export async function shownIDs(): Promise<string[]> {
  return Object.keys(await browser.notifications.getAll());
}

export async function isShowing(id: string): Promise<boolean> {
  return (await shownIDs()).includes(id);
}

export async function withdraw(id: string): Promise<void> {
  await browser.notifications.clear(id);
}

/** Takes everything of ours off the screen. */
export async function withdrawAll(): Promise<void> {
  const ids = await shownIDs();
  await Promise.all(ids.filter(readNotificationID).map(withdraw));
}
