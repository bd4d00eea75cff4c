import { onTestFinished } from 'vitest';

import { SECOND } from '@/lib/base/time';
import type { Intent } from '@/lib/model/actions/intent';
import type { OutboxEntry } from '@/lib/model/actions/outbox';
import type { Chat } from '@/lib/model/chats/chat';
import type { Status } from '@/lib/model/connection/status';
import type { Reminder } from '@/lib/model/reminders/reminder';
import type { Handlers } from '@/lib/requests/bridge';
import { clearPictures } from '@/lib/storage/avatars';
import { clearChats, loadChats } from '@/lib/storage/chats';
import { GREETED, ITEMS } from '@/lib/storage/items';
import { loadItem, saveItems, writeOf } from '@/lib/storage/local';
import { type CompanionEnvironment, createCompanion } from '@/lib/worker/companion';
import type { LiveParts } from '@/lib/worker/connection/live';
import type { Environment } from '@/lib/worker/core/environment';
import type { Updating } from '@/lib/worker/settings/update';
import { type Beeper, type BeeperOptions, startBeeper } from '../beeper/server';
import { createClock, type TestClock } from './clock';
import { resetBrowser, type Shown, shownNotifications, toolbar } from './fake-browser';
import { later } from './later';
import { deal, Life, live, watchDealings } from './life';
import { labelled } from './pictures';
import { quiet, trackBody } from './quiet';

export interface DeskOptions extends Omit<BeeperOptions, 'now' | 'port'> {
  /** The person connects before the test begins; so they do unless told otherwise. */
  isConnected?: boolean;
  /** The way to the network; without sockets where none are needed, unless a test brings its own. */
  fetch?: typeof fetch;
  /** Whether the browser lets the companion reach an address; it does unless a test says no. */
  isAllowed?: Environment['isAllowed'];
  /** How the live socket is kept; without, the browser has no place for one. */
  live?: LiveParts;
  /** How the browser updates the companion; it never has anything newer unless a test says so. */
  updating?: Updating;
  /** Draws pictures; Node cannot, so by default what is drawn only tells what it was made of. */
  shrink?: Environment['shrink'];
}

export type Companion = ReturnType<typeof createCompanion>;

/** A computer with a browser, the companion in it, and Beeper. */
export interface Desk {
  readonly beeper: Beeper;
  readonly clock: TestClock;
  /** The worker that runs right now. */
  readonly companion: Companion;
  readonly life: Life;
  /** Any request of a page, and everything it sets off. */
  ask<N extends keyof Handlers>(name: N, payload: Parameters<Handlers[N]>[0]): Promise<void>;
  /** Something happens to the worker: an alarm, a click; and everything it sets off. */
  happen(event: (companion: Companion) => void): Promise<void>;
  /** Half a minute passes and the alarm rings. */
  poll(): Promise<void>;
  act(chatID: string, intent: Intent, id?: string): Promise<void>;
  /** Answers to requests with this in them, `POST http://…`, come late: when they are let go. */
  holdBack(part: string | RegExp): () => Promise<void>;
  /** The browser stops the worker where it stands and starts another. */
  restart(life?: Life): Promise<void>;
  badge(): Promise<string>;
  tooltip(): Promise<string>;
  status(): Promise<Status>;
  chats(): Promise<ReadonlyMap<string, Chat>>;
  outbox(): Promise<readonly OutboxEntry[]>;
  reminder(chatID: string): Promise<Reminder | undefined>;
  notifications(): Promise<Shown[]>;
  /** Once the test is over this happens by itself. */
  close(): Promise<void>;
}

export async function openDesk({
  isConnected = true,
  fetch: reach,
  isAllowed = () => Promise.resolve(true),
  live: liveParts = NOWHERE,
  updating = NEVER_UPDATED,
  shrink = labelled,
  ...options
}: DeskOptions = {}): Promise<Desk> {
  resetBrowser();
  watchDealings();
  await clearChats();
  await clearPictures();
  const clock = createClock();
  const beeper = await startBeeper({ ...options, now: clock.now });
  // Who is connected has been here for a while.
  if (isConnected) await saveItems([writeOf(GREETED, true)]);
  const held = new Hold();
  let life = new Life();
  const start = () => {
    const given = { fetch: reach ?? beeper.fetch, isAllowed, shrink, live: liveParts, updating };
    return live(life, () => newCompanion(clock, held, given));
  };
  let companion = start();
  let acts = 0;
  const close = async () => {
    life.isOver = true;
    await quiet();
    await beeper.stop();
  };
  onTestFinished(close);

  /** Does it and waits for all it sets off. A life that ends meanwhile leaves no answer. */
  const within = async (work: () => Promise<void> | void): Promise<void> => {
    const outcome = Promise.resolve(live(life, work));
    outcome.catch(() => undefined);
    await quiet();
    if (!life.isOver) await outcome;
  };
  const ask: Desk['ask'] = (name, payload) => {
    const handle = companion.handlers[name] as (given: unknown) => Promise<void>;
    return within(() => handle(payload));
  };
  const happen: Desk['happen'] = (event) => within(() => event(companion));

  const desk: Desk = {
    beeper,
    clock,
    get companion() {
      return companion;
    },
    get life() {
      return life;
    },
    ask,
    happen,
    poll: () => {
      clock.advance(30 * SECOND);
      return happen(({ alarm }) => alarm('poll'));
    },
    act: (chatID, intent, id = `act-${(acts += 1)}`) =>
      ask('act', { intents: [{ id, chatID, intent }] }),
    holdBack: (part) => {
      const letGo = held.back(part);
      return () => within(letGo);
    },
    restart: async (next = new Life()) => {
      life.isOver = true;
      life = next;
      companion = start();
      await happen(({ wake }) => wake());
    },
    badge: async () => (await toolbar()).text,
    tooltip: async () => (await toolbar()).title,
    status: () => loadItem(ITEMS.status),
    chats: loadChats,
    outbox: async () => (await loadItem(ITEMS.outbox)).entries,
    reminder: async (chatID) => (await loadItem(ITEMS.reminders))[chatID],
    notifications: shownNotifications,
    close,
  };
  if (isConnected) await ask('connect', { baseUrl: beeper.url, token: beeper.token });
  return desk;
}

const NOWHERE: LiveParts = {
  place: undefined,
  header: { letThrough: () => Promise.resolve(), withdraw: () => Promise.resolve() },
};

const NEVER_UPDATED: Updating = {
  version: () => '1.0.0',
  pages: () => Promise.resolve([]),
  open: () => Promise.resolve(),
  reload: () => undefined,
};

function newCompanion(
  clock: TestClock,
  held: Hold,
  {
    fetch: reach,
    ...given
  }: Pick<CompanionEnvironment, 'fetch' | 'isAllowed' | 'shrink' | 'live' | 'updating'>,
): Companion {
  return createCompanion({
    fetch: async (...request) => {
      const answer = await deal(nameOf(...request), () => reach(...request));
      await held.wait(`${request[1]?.method ?? 'GET'} ${urlOf(request[0])}`);
      return trackBody(answer);
    },
    timeoutMs: 10 * SECOND,
    ...given,
    now: clock.now,
    random: () => 0.5,
  });
}

/** Answers on their way, for as long as a test wants. */
class Hold {
  readonly #gates = new Map<string | RegExp, Promise<void>>();

  back(part: string | RegExp): () => void {
    const { promise, resolve } = later();
    this.#gates.set(part, promise);
    return () => {
      this.#gates.delete(part);
      resolve();
    };
  }

  async wait(request: string): Promise<void> {
    for (const [part, gate] of this.#gates) {
      if (typeof part === 'string' ? request.includes(part) : part.test(request)) await gate;
    }
  }
}

function urlOf(input: Parameters<typeof fetch>[0]): string {
  return input instanceof Request ? input.url : String(input);
}

function nameOf(...[input, init]: Parameters<typeof fetch>): string {
  const { pathname } = new URL(urlOf(input));
  return `${init?.method ?? 'GET'} ${pathname}`;
}
