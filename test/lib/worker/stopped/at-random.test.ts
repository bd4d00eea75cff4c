import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

import { HOUR, MINUTE, SECOND } from '@/lib/base/time';
import type { Intent, PendingIntent } from '@/lib/model/actions/intent';
import { type Age, AGES, isRich } from '../../../beeper/age';
import { createRandom, type Random } from '../../../beeper/random';
import { type ChatRecord, isUnread } from '../../../beeper/world/records';
import { NOON } from '../../../helpers/clock';
import { type Desk, openDesk } from '../../../helpers/desk';
import { Life } from '../../../helpers/life';

/** Every run is named by its seed. Others by hand: STOPPED_SEEDS=17 or STOPPED_SEEDS=451-2000. */
const [FIRST = 1, LAST = FIRST] = (process.env.STOPPED_SEEDS ?? '1-450').split('-').map(Number);
const SEEDS = Array.from({ length: LAST - FIRST + 1 }, (_, index) => FIRST + index);

const GROUPS = ['box', 'read', 'reminder'] as const;
const MEMBER = { box: 'isArchived', read: 'isMarkedUnread', reminder: 'reminder' } as const;
const ROUGH = {
  away: ['down'],
  failing: ['500', '503', '429-seconds', 'html-502', 'reset-before-headers'],
  /** It does what it is asked for, and its answer is lost. */
  losing: ['500', 'html-200', 'cut-json', 'reset-before-headers', 'reset-in-body'],
  refusing: ['401', '403'],
} as const;

/** What Beeper did in one matter of a chat: is it archived, is it read, when is its reminder? */
interface Change {
  chat: ChatRecord;
  group: (typeof GROUPS)[number];
  value: boolean | number | null;
}

type Matter = Pick<Change, 'chat' | 'group'>;

/** What the person asked for; in one matter what was asked last counts. */
interface Act extends Change, PendingIntent {
  /** How often Beeper may do it. */
  times: number;
}

interface Run {
  readonly draw: Random;
  readonly desk: Desk;
  readonly chats: readonly ChatRecord[];
  readonly acts: Act[];
  /** What was asked and what was done, in that order, since all was last at rest. */
  since: (Act | Change)[];
  kills: number;
  /** Something is wrong with Beeper, or was, and what was asked may wait for that. */
  isRough: boolean;
  letGo?: (() => Promise<void>) | undefined;
  readonly story: string[];
  readonly wrongs: string[];
}

async function play(seed: number, age: Age): Promise<Run> {
  const run = await begin(createRandom(seed), age);
  const { draw, desk, acts } = run;
  const [wanted, roughFrom] = [draw.int(3, 6), draw.int(0, 5)];
  for (let turns = 0; acts.length < wanted; turns += 1) {
    if (turns === roughFrom) await makeRough(run);
    await turn(run);
    if (run.isRough && draw.chance(0.3)) await recover(run);
  }
  await recover(run);
  await tell(run, [acts]);
  await recover(run);
  await desk.close();
  return run;
}

async function begin(draw: Random, age: Age): Promise<Run> {
  const switches = { archiveReply: draw.pick(['no-content', 'empty', 'success'] as const) };
  const desk = await openDesk({ age, chats: 0, switches });
  const chats = ['Ada', 'Bo', 'Cy']
    .slice(0, draw.int(1, 3))
    .map((title) =>
      desk.beeper.addChat({ title, unreadCount: draw.int(0, 1), isArchived: draw.chance(0.3) }),
    );
  await desk.poll();
  const fresh = { acts: [], since: [], kills: 0, isRough: false, story: [], wrongs: [] };
  const run: Run = { draw, desk, chats, ...fresh };
  watchBeeper(run);
  await restart(run, new Life(draw.int(0, 14)));
  return run;
}

/** The server's own changes count, not the requests: what it turned down has done nothing. */
function watchBeeper(run: Run): void {
  const { world } = run.desk.beeper;
  const change = world.change.bind(world);
  world.change = (chat, to) => {
    const changed = change(chat, to);
    for (const group of GROUPS.filter((one) => MEMBER[one] in to)) {
      const made = { chat, group, value: stateOf({ chat, group }) };
      run.since.push(made);
      run.story.push(`Beeper did ${inWords(made)}`);
    }
    return changed;
  };
}

function stateOf({ chat, group }: Matter): Change['value'] {
  if (group === 'box') return chat.isArchived;
  return group === 'read' ? !isUnread(chat) : (chat.reminder?.remindAt ?? null);
}

/** Some acts, told in one or two messages at once, and whatever else happens meanwhile. */
async function turn(run: Run): Promise<void> {
  const { desk, draw } = run;
  desk.clock.advance(draw.int(0, 4 * SECOND));
  if (draw.chance(0.3)) run.letGo ??= desk.holdBack(draw.pick(['/archive', '/remind', '/chats/']));
  const sizes = draw.pick([[1], [1, 1], [2], [1, 2]]);
  const messages = sizes.map((size) => Array.from({ length: size }, () => newAct(run)));
  await tell(run, messages);
  if (draw.chance(0.2)) await tell(run, [[draw.pick(run.acts)]]);
  if (draw.chance(0.2)) await desk.poll();
  if (draw.chance(0.2)) await stop(run);
  if (draw.chance(0.5)) await letAnswersGo(run);
  await goOnLiving(run);
  if (!run.isRough && !run.letGo) await takeStock(run);
}

function newAct(run: Run): Act {
  const { draw, desk, chats, acts, since, story } = run;
  const last = draw.chance(0.4) ? acts.at(-1) : undefined;
  const groups = isRich(desk.beeper.age) ? GROUPS : (['box', 'reminder'] as const);
  const { chat, group } = last ?? { chat: draw.pick(chats), group: draw.pick(groups) };
  const value = otherValue(run, lastActOf(run, { chat, group })?.value ?? stateOf({ chat, group }));
  const id = `act-${acts.length + 1}`;
  const stamped = { id, chatID: chat.id, intent: intentOf({ chat, group, value }) };
  const act = { ...stamped, chat, group, value, times: 1 };
  acts.push(act);
  since.push(act);
  story.push(`${id}: asked for ${inWords(act)}`);
  return act;
}

function otherValue({ draw, acts }: Run, before: Change['value']): Change['value'] {
  if (typeof before === 'boolean') return !before;
  return before === null || draw.chance(0.5) ? NOON + (5 + acts.length) * HOUR : null;
}

function intentOf({ chat, group, value }: Change): Intent {
  if (typeof value === 'number') return { kind: 'remind', at: value, dismissOnIncoming: false };
  if (group === 'reminder') return { kind: 'clearReminder' };
  if (group === 'box') return value ? { kind: 'archive' } : { kind: 'unarchive', to: 'primary' };
  return value ? { kind: 'markRead', seenTo: chat.lastActivity } : { kind: 'markUnread' };
}

/** A page asks again, with the same ids, until it hears an answer. */
async function tell(run: Run, messages: readonly Act[][]): Promise<void> {
  const heard = new Set<Act[]>();
  while (heard.size < messages.length) {
    await run.desk.happen(({ handlers }) => {
      for (const acts of messages.filter((one) => !heard.has(one))) {
        const intents = acts.map(({ id, chatID, intent }) => ({ id, chatID, intent }));
        void handlers.act({ intents }).then(() => heard.add(acts), ignore);
      }
    });
    await goOnLiving(run);
  }
}

function ignore(): void {
  // A worker that is no more may say so, and what was asked is asked again.
}

async function goOnLiving(run: Run): Promise<void> {
  while (run.desk.life.isOver) await stop(run);
}

/** Wherever the worker stands, be it with a request on its way. The next may be stopped as well. */
async function stop(run: Run): Promise<void> {
  if (run.desk.life.isOver || run.letGo) run.kills += 1;
  const dies = run.kills < 5 && run.draw.chance(0.6) ? run.draw.int(0, 10) : Infinity;
  await restart(run, new Life(dies));
}

async function restart(run: Run, life: Life): Promise<void> {
  const { desk, story } = run;
  story.push(`the worker was stopped ${desk.life.isOver ? desk.life.dealings.at(-1) : 'at rest'}`);
  await allowRepeats(run);
  await desk.restart(life);
}

/**
 * The one exception: a Beeper from before 4.2.808 cannot tell of reminders. One that was on its
 * way when the worker was stopped is sent once more, and replaces itself.
 */
async function allowRepeats({ desk, acts }: Run): Promise<void> {
  if (isRich(desk.beeper.age)) return;
  const cutOff = (await desk.outbox()).filter(({ state }) => state === 'sending');
  for (const act of acts.filter(({ group }) => group === 'reminder')) {
    if (cutOff.some(({ id }) => id === act.id)) act.times += 1;
  }
}

async function letAnswersGo(run: Run): Promise<void> {
  await run.letGo?.();
  run.letGo = undefined;
}

async function makeRough(run: Run): Promise<void> {
  const { draw, desk, story } = run;
  const how = draw.pick(['away', 'failing', 'losing', 'losing', 'refusing'] as const);
  const isEverything = how === 'failing' && draw.chance(0.5);
  // Refused, they would live on in this browser; lost, an old Beeper could not tell of them.
  const sparesReminders = how === 'refusing' || (how === 'losing' && !isRich(desk.beeper.age));
  run.isRough = true;
  story.push(`Beeper is ${how}`);
  await desk.beeper.fault(draw.pick(ROUGH[how]), {
    times: draw.pick([1, 2, Infinity]),
    isApplied: how === 'losing',
    when: ({ method, path }) =>
      isEverything || (method !== 'GET' && !(sparesReminders && path.endsWith('/reminders'))),
  });
}

/** Beeper is well again, time passes, and what was given up is tried again, if still wanted. */
async function recover(run: Run): Promise<void> {
  const { desk, acts } = run;
  run.story.push('all is well again');
  await letAnswersGo(run);
  await desk.beeper.heal();
  await restart(run, new Life());
  await letTimePass(desk);
  const isLast = (id: string) => acts.some((act) => act.id === id && act === lastActOf(run, act));
  const failed = (await desk.outbox()).flatMap(({ id, state }) => (state === 'failed' ? id : []));
  await desk.ask('retry', { ids: failed.filter(isLast) });
  await desk.ask('dismiss', { ids: failed.filter((id) => !isLast(id)) });
  await letTimePass(desk);
  run.isRough = false;
  await takeStock(run);
}

async function letTimePass({ clock, happen, poll }: Desk): Promise<void> {
  clock.advance(10 * MINUTE);
  await happen(({ alarm }) => alarm('outbox'));
  await poll();
}

/** All is at rest: everything was done, and only what was asked for. */
async function takeStock(run: Run): Promise<void> {
  const { desk, chats, since, wrongs } = run;
  wrongs.push(...(await desk.outbox()).map(({ id, state }) => `${id} is left, ${state}`));
  for (const matter of chats.flatMap((chat) => GROUPS.map((group) => ({ chat, group })))) {
    const extra = unaskedFor(since.filter((one) => isSame(one, matter)));
    if (extra) wrongs.push(`${inWords(extra)} was done twice, or never asked for`);
    const last = lastActOf(run, matter);
    if (last && last.value !== stateOf(matter)) wrongs.push(`${last.id} was never done`);
  }
  run.since = [];
}

/**
 * What was done beyond what was asked for, if anything. An act accounts for one change that comes
 * after it; one that is passed over was replaced by a later one before it had left.
 */
function unaskedFor(since: Run['since']): Change | undefined {
  let open: Act[] = [];
  for (const one of since) {
    if ('id' in one) open.push(one);
    else {
      open = open.slice(open.findIndex(({ value, times }) => value === one.value && times > 0));
      const [act] = open;
      if (act?.value !== one.value || act.times <= 0) return one;
      act.times -= 1;
    }
  }
  return undefined;
}

function lastActOf({ acts }: Run, matter: Matter): Act | undefined {
  return acts.findLast((act) => isSame(act, matter));
}

function isSame(a: Matter, b: Matter): boolean {
  return a.chat === b.chat && a.group === b.group;
}

function inWords({ chat, group, value }: Change): string {
  return `${chat.title}'s ${group}: ${typeof value === 'number' ? new Date(value).toJSON() : value}`;
}

describe('random acts of a worker stopped at random', { timeout: 10 * MINUTE }, () => {
  const total = { runs: 0, kills: 0, acts: 0, requests: 0 };
  beforeAll(() => void vi.spyOn(console, 'warn').mockImplementation(ignore));
  afterAll(() => console.info('stopped-at-random:', total));

  it.each(AGES)('reach Beeper %s exactly once', async (age) => {
    const seeds = SEEDS.filter((seed) => AGES[seed % AGES.length] === age);
    let stopped = 0;
    for (const seed of seeds) {
      const { wrongs, story, kills, acts, desk } = await play(seed, age);
      expect(wrongs, `STOPPED_SEEDS=${seed}\n${story.join('\n')}`).toStrictEqual([]);
      if (kills > 0) stopped += 1;
      total.runs += 1;
      total.kills += kills;
      total.acts += acts.length;
      total.requests += desk.beeper.requests.length;
    }
    // Where no worker is stopped nothing is shown.
    expect(stopped).toBeGreaterThanOrEqual(Math.floor(seeds.length * 0.8));
  });
});
