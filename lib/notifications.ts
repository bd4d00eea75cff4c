import { browser } from 'wxt/browser';

import type { Chat } from './chat';
import { formatMoment } from './format-time';
import { language, t } from './i18n';
import { previewLine } from './preview-line';
import { isLate, type Reminder } from './reminders';

const PREFIX = 'reminder';

/**
 * The id says which reminder it is, so that a click is understood by a worker that has only just
 * started, and showing one twice replaces it.
 */
export function notificationID({ chatID, at }: Pick<Reminder, 'chatID' | 'at'>): string {
  return `${PREFIX}:${at}:${chatID}`;
}

export function readNotificationID(id: string): { chatID: string; at: number } | undefined {
  const [, at, chatID] = new RegExp(`^${PREFIX}:(\\d+):(.+)$`, 's').exec(id) ?? [];
  return at && chatID ? { chatID, at: Number(at) } : undefined;
}

export const NOTIFICATION_BUTTONS = ['open', 'snooze'] as const;

/** Firefox refuses a notification with any of these: https://bugzil.la/1190681 */
function extras() {
  if (import.meta.env.FIREFOX) return {};
  return {
    requireInteraction: true,
    buttons: [{ title: t('notification_open') }, { title: t('notification_snooze') }],
  };
}

/** @throws whatever the browser says when it cannot show it. */
export async function showReminder(
  reminder: Reminder,
  chat: Chat | undefined,
  now: number,
): Promise<void> {
  await browser.notifications.create(notificationID(reminder), {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/icon-128.png'),
    title: chat?.title ?? reminder.title,
    message: reminderText(reminder, chat, now),
    ...extras(),
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

export async function isShowing(id: string): Promise<boolean> {
  return id in (await browser.notifications.getAll());
}

export async function withdraw(id: string): Promise<void> {
  await browser.notifications.clear(id);
}

/** Takes every reminder off the screen. */
export async function withdrawAll(): Promise<void> {
  const ids = Object.keys(await browser.notifications.getAll());
  await Promise.all(ids.filter(readNotificationID).map(withdraw));
}
