import { expect, it, vi } from 'vitest';

import { HOUR, MINUTE } from '@/lib/base/time';
import { createRandom } from '../../../beeper/random';
import type { ChatRecord } from '../../../beeper/world/records';
import { type Desk, openDesk } from '../../../helpers/desk';
import { watchNotifications } from '../../../helpers/fake-browser';
import { theyHaveWaited } from '../../../helpers/story';
import { travelTo } from '../../../helpers/zone';

const EVENTS = 2000;
const STEP = (24 * HOUR) / EVENTS;
/** Every so many events the browser rings the alarm of the polls. */
const POLL_EVERY = 15;
const REMINDERS = 30;

/** Events, counted from midnight, at which more happens than people writing. */
const at = (hour: number): number => Math.round((hour * HOUR) / STEP);
const RESTARTS = new Set([at(10.5), at(19.25)]);
const AWAY = [
  [at(11), at(11.2)],
  [at(16), at(17)],
] as const;
const ASLEEP = [at(13), at(14.5)] as const;

interface Day {
  desk: Desk;
  /** Chats in which people write, and those with reminders, which nobody touches. */
  chats: ChatRecord[];
  reminded: { chat: ChatRecord; at: number }[];
  rung: Map<string, number>;
  /** Ids of notifications of messages. */
  told: string[];
  wrongs: string[];
}

/** What people do in a day, on all their devices. */
function happens({ desk: { beeper }, chats }: Day, draw: ReturnType<typeof createRandom>): void {
  const chat = draw.pick(chats);
  const what = draw.int(0, 19);
  if (what < 11) beeper.receive(chat.id, { text: 'Hello' });
  else if (what < 16) beeper.readElsewhere(chat.id);
  else if (what === 16) beeper.muteElsewhere(chat.id, !chat.isMuted);
  else if (what === 17) beeper.archiveElsewhere(chat.id, !chat.isArchived);
  else if (what === 18) beeper.lowPriorityElsewhere(chat.id, !chat.isLowPriority);
  else beeper.markUnreadElsewhere(chat.id);
}

/** Everything that is ever shown, judged by how things stand at Beeper at that moment. */
function judge({ desk, reminded, rung, told, wrongs }: Day) {
  return (id: string, { title, message }: { title: string; message: string }) => {
    const [kind, , ...rest] = id.split(':');
    if (kind === 'reminder' || kind === 'reminders') {
      const names = kind === 'reminder' ? [title] : message.split(', ');
      for (const name of names) rung.set(name, (rung.get(name) ?? 0) + 1);
      if (isNight(desk.clock.now())) wrongs.push(`${names.join()} rang in the night`);
      return;
    }
    told.push(id);
    if (isNight(desk.clock.now())) wrongs.push(`${id} was told in the night`);
    const chat = kind === 'message' ? desk.beeper.chat(rest.join(':')) : undefined;
    const isWrong =
      chat && (chat.isMuted || chat.unreadCount === 0 || chat.isArchived || chat.isLowPriority);
    if (isWrong) wrongs.push(`${chat.title} was told of`);
    if (reminded.some((one) => one.chat === chat)) wrongs.push(`${id}: nobody wrote there`);
  };
}

function isNight(now: number): boolean {
  const hour = new Date(now).getHours();
  return hour >= 22 || hour < 7;
}

async function openDay(): Promise<Day> {
  travelTo('Europe/Berlin');
  const desk = await openDesk({ chats: 40, seed: 11 });
  desk.clock.set(new Date('2026-05-20T00:00').getTime());
  await desk.ask('saveSettings', {
    pollSeconds: 300,
    notify: { direct: true, groups: true },
    quiet: { isScheduled: true },
  });
  const chats = [...desk.beeper.chats.values()];
  const reminded = Array.from({ length: REMINDERS }, (_, index) => {
    const chat = desk.beeper.addChat({ title: `Reminder ${index}`, type: 'single' });
    return { chat, at: desk.clock.now() + ((index + 0.5) * 24 * HOUR) / (REMINDERS + 2) };
  });
  await desk.poll();
  for (const { chat, at: moment } of reminded) {
    await desk.act(chat.id, { kind: 'remind', at: moment, dismissOnIncoming: false });
  }
  return { desk, chats, reminded, rung: new Map(), told: [], wrongs: [] };
}

/** The browser, where it is awake: its alarms ring, and sometimes it is started anew. */
async function goesOn({ desk }: Day, step: number): Promise<void> {
  if (AWAY.some(([from]) => step === from)) await desk.beeper.fault('down');
  if (AWAY.some(([, to]) => step === to)) await desk.beeper.heal();
  if (RESTARTS.has(step)) {
    await desk.restart();
    await desk.happen(({ start }) => start());
  }
  const isAsleep = step >= ASLEEP[0] && step < ASLEEP[1];
  if (isAsleep || step % POLL_EVERY > 0) return;
  await desk.happen(({ alarm }) => ['quiet', 'poll', 'reminders', 'outbox'].forEach(alarm));
  await theyHaveWaited(desk);
}

it(
  'a day goes by, and everything is told once and nothing in vain',
  { timeout: 120_000 },
  async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const day = await openDay();
    watchNotifications(judge(day));
    const draw = createRandom(3);
    for (let step = 0; step < EVENTS; step += 1) {
      day.desk.clock.advance(STEP);
      happens(day, draw);
      await goesOn(day, step);
    }
    // Into the next morning, when the quiet is over.
    day.desk.clock.advance(8 * HOUR + MINUTE);
    await day.desk.happen(({ alarm }) => ['quiet', 'poll', 'reminders', 'outbox'].forEach(alarm));

    expect(day.wrongs).toStrictEqual([]);
    // Or nothing could have been wrong.
    expect(day.told.length).toBeGreaterThan(100);
    expect(new Set(day.told).size).toBe(day.told.length);
    expect([...day.rung].toSorted()).toStrictEqual(
      day.reminded.map(({ chat }) => [chat.title, 1] as const).toSorted(),
    );
    expect(await day.desk.badge()).toBe(String(day.desk.beeper.unread()));
    const shown = await day.desk.notifications();
    const unread = new Set(
      [...day.desk.beeper.chats.values()]
        .filter((chat) => chat.unreadCount > 0 && !chat.isMuted)
        .map(({ id }) => id),
    );
    const messages = shown.flatMap(({ id }) => /^message:\d+:(.+)$/.exec(id)?.[1] ?? []);
    expect(messages.filter((id) => !unread.has(id))).toStrictEqual([]);
    expect(await day.desk.outbox()).toStrictEqual([]);
  },
);
