import { afterAll, afterEach, beforeAll, beforeEach, expect, onTestFinished, vi } from 'vitest';

import type { ErrorCode } from '@/lib/base/errors';
import { DAY, MINUTE } from '@/lib/base/time';
import type { Handlers } from '@/lib/requests/bridge';
import type { ChatRecord } from '../beeper/world/records';
import type { Desk } from './desk';
import { toolbar } from './fake-browser';
import { type Hits, type Mishap, MISHAPS, type Wire } from './fault-matrix-wire';

/** Mishaps that always come to the same. */
export const NOBODY = ['down', 'nowhere', 'reset-before-headers'] as const;
export const ENDLESS = ['hanging', 'trickle'] as const;
export const PAUSE = ['429', '429-seconds', '429-date', '429-ms'] as const;
export const FAILING = ['500', '502', '503', '504', 'html-502'] as const;
export const ELSEWHERE = ['redirect-302', 'redirect-307'] as const;
/** Never whole, or too much of it. */
export const BROKEN = ['wrong-length', 'reset-in-body', 'huge-body'] as const;
/** Whole, and not to be read. */
export const UNREADABLE = ['html-200', 'cut-json', 'wrong-type'] as const;
/** Answers that say no, each in its own way. */
export const REFUSALS = [
  '400',
  '401',
  '403',
  '404',
  '405',
  '408',
  '409',
  '413',
  '422',
  '501',
  'signed-out',
] as const;
export const STATUSES = [...PAUSE, ...FAILING, ...REFUSALS] as const;
/** JSON, and not of any use. */
export const USELESS = [
  'json-array',
  'json-null',
  'json-string',
  'json-number',
  'json-foreign',
] as const;

export type Outcomes<T> = ReadonlyMap<Mishap, T>;

/** What each mishap comes to. Told the other way round; each has to be told once. */
export function outcomes<T extends string>(
  told: Partial<Record<T, readonly Mishap[]>>,
): Outcomes<T> {
  const pairs = Object.entries<readonly Mishap[] | undefined>(told).flatMap(([outcome, mishaps]) =>
    (mishaps ?? []).map((mishap) => [mishap, outcome as T] as const),
  );
  expect(pairs.map(([mishap]) => mishap).toSorted()).toStrictEqual([...MISHAPS].toSorted());
  return new Map(pairs);
}

/** A call of the companion's, as the wire sees it. */
export interface Call {
  name: string;
  hits: Hits;
}

/** A request for this, and with these words in its query. */
export function asking(
  method: string,
  path: RegExp,
  query: Readonly<Record<string, string | undefined>> = {},
): Hits {
  const wanted = Object.entries(query);
  return (asked) =>
    asked.method === method &&
    path.test(asked.path) &&
    wanted.every(([name, value]) => asked.query[name]?.[0] === value);
}

/** A look at who answers there; the official client asks the same page and wants JSON. */
export const isGlimpse: Hits = (asked) =>
  asked.path === '/v1/info' && asked.headers.accept !== 'application/json';

export type Trouble = ErrorCode | 'none';

/** What a person sees without opening anything. While it is broken either number may show. */
export async function expectSurface(
  desk: Desk,
  trouble: Trouble | undefined,
  numbers: readonly string[],
): Promise<void> {
  const { trouble: told = 'none' } = await desk.status();
  expect(told).toBe(trouble);
  const isAlert = trouble === 'tokenRejected';
  const isOffline = trouble !== 'none' && !isAlert;
  const { text, icon } = await toolbar();
  expect(isAlert ? ['!'] : numbers).toContain(text);
  expect(icon).toBe(isOffline ? 'icon/offline-16.png' : 'icon/icon-16.png');
}

/** A page asks for it, and a person is told how it ended. */
export async function ask<N extends keyof Handlers>(
  desk: Desk,
  name: N,
  payload: Parameters<Handlers[N]>[0],
): Promise<Trouble> {
  return desk.ask(name, payload).then(
    () => 'none',
    (error: Error) => error.message as Trouble,
  );
}

/** The number the badge has to show. */
export function truth({ beeper }: Pick<Desk, 'beeper'>): string {
  return String(beeper.unread() || '');
}

/** Something else that waits and something that failed: neither is to suffer. */
export interface Bystanders {
  reminded: ChatRecord;
  refused: ChatRecord;
}

export async function addBystanders(desk: Desk): Promise<Bystanders> {
  const { beeper, clock } = desk;
  const [reminded, refused] = [beeper.addChat({ title: 'Later' }), beeper.addChat({ title: 'No' })];
  await desk.poll();
  await desk.act(reminded.id, { kind: 'remind', at: clock.now() + DAY, dismissOnIncoming: false });
  await beeper.fault('422', { when: ({ method }) => method === 'POST', times: 1 });
  await desk.act(refused.id, { kind: 'archive' }, 'refused');
  return { reminded, refused };
}

/** What Beeper has, the companion has, once; and what else there was is still there. */
export async function expectAllWell(desk: Desk, { reminded, refused }: Bystanders): Promise<void> {
  await expectSurface(desk, 'none', [truth(desk)]);
  expect([...(await desk.chats()).keys()].toSorted()).toStrictEqual(
    [...desk.beeper.chats.keys()].toSorted(),
  );
  expect(await desk.reminder(reminded.id)).toMatchObject({ bell: 'set', kept: 'seen' });
  expect(await desk.outbox()).toContainEqual(
    expect.objectContaining({ id: 'refused', state: 'failed', error: 'refused' }),
  );
  expect(refused.isArchived).toBe(false);
}

/** Time passes after the fault is gone, and nobody clicks: enough to have met every chat again. */
export async function recover(desk: Desk, wire: Wire): Promise<void> {
  await wire.mend();
  for (let met = 0; met < desk.beeper.chats.size; met += CHATS_A_STEP) {
    desk.clock.advance(5 * MINUTE);
    await desk.poll();
  }
}

/** Of the slow check, as in lib/worker/sync/full-sync.ts. */
const CHATS_A_STEP = 100;

/** Nothing fails that nobody has foreseen; and how many cases ran is told. */
export function watchMatrix(name: string, calls: string): { ran(): void } {
  const accidents: unknown[] = [];
  const note = (reason: unknown) => accidents.push(reason);
  let cases = 0;
  beforeAll(() => {
    process.on('unhandledRejection', note);
  });
  beforeEach(() => {
    const warnings = vi.spyOn(console, 'warn').mockImplementation((line: string) => {
      if (!line.endsWith('(CompanionError)')) note(line);
    });
    onTestFinished(() => warnings.mockRestore());
  });
  afterEach(() => {
    expect(accidents.splice(0)).toStrictEqual([]);
  });
  afterAll(() => {
    process.off('unhandledRejection', note);
    console.info(`fault matrix, ${name}: ${MISHAPS.length} faults x ${calls} = ${cases} cases`);
  });
  return {
    ran: () => {
      cases += 1;
    },
  };
}
