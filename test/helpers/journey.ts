import { fakeBrowser } from 'wxt/testing/fake-browser';

import type { Intent } from '@/lib/model/actions/intent';
import { momentOfLocal, type LocalDateTime } from '@/lib/model/reminders/times/local-time';
import { type Desk, type DeskOptions, openDesk } from './desk';
import { addKnownChat } from './story';
import { travelTo } from './zone';

/** Nine on a Saturday morning, three days on; and when that is. */
export const NINE = '2026-05-23T09:00';
export const IN_TOKYO = Date.parse('2026-05-23T00:00:00Z');
export const IN_BERLIN = Date.parse('2026-05-23T07:00:00Z');
export const IN_NEW_YORK = Date.parse('2026-05-23T13:00:00Z');

export const SET = 'POST /v1/chats/:chatID/reminders';
export const CLEAR = 'DELETE /v1/chats/:chatID/reminders';

export function remindAt(wall: LocalDateTime, dismissOnIncoming = false): Intent {
  return { kind: 'remind', at: momentOfLocal(wall), wall, dismissOnIncoming };
}

/** In Berlin, with a reminder for nine that Beeper has. */
export async function remindedInBerlin(options: DeskOptions = {}) {
  travelTo('Europe/Berlin');
  const desk = await openDesk({ chats: 3, ...options });
  return { desk, chat: await remindOfAda(desk) };
}

export async function remindOfAda(desk: Desk) {
  const chat = await addKnownChat(desk);
  await desk.act(chat.id, remindAt(NINE));
  await desk.poll();
  return chat;
}

/** The moment comes, and with it the alarm. */
export async function comes(desk: Desk, at: number): Promise<void> {
  desk.clock.set(at);
  await desk.happen(({ alarm }) => alarm('reminders'));
}

/** What goes on once it has rung, or should not have. */
export async function goesOn(desk: Desk, ...moments: number[]): Promise<void> {
  for (const at of moments) {
    await comes(desk, at);
    await desk.poll();
  }
  await desk.restart();
}

/** When the browser is to ring next, ms. */
export async function nextAlarm(): Promise<number | undefined> {
  return (await fakeBrowser.alarms.get('reminders'))?.scheduledTime;
}
