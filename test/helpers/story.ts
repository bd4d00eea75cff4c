import { PATIENCE } from '@/lib/model/notifications/plan';
import type { ChatRecord } from '../beeper/world/records';
import type { Desk } from './desk';

/** A chat of one's own in the stand-in, which the companion has heard of. */
export async function addKnownChat(
  { beeper, poll }: Desk,
  overrides: Partial<ChatRecord> = {},
): Promise<ChatRecord> {
  const chat = beeper.addChat({ title: 'Ada', type: 'single', ...overrides });
  await poll();
  return chat;
}

/** New messages have waited for as long as they must before they are told of. */
export async function theyHaveWaited({ clock, happen }: Desk): Promise<void> {
  clock.advance(PATIENCE);
  await happen(({ wake }) => wake());
}

/** The writes that concern a chat, by route. */
export function writesTo({ beeper }: Desk, { id }: Pick<ChatRecord, 'id'>): string[] {
  return beeper
    .writes()
    .filter(({ params }) => params.chatID === id)
    .map(({ route = '' }) => route);
}
