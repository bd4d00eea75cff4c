import { setTimeout as pause } from 'node:timers/promises';

import type { Browser } from 'puppeteer-core';

import { MINUTE, SECOND } from '@/lib/base/time';
import type { LoggedRequest } from '../beeper/http/request';
import { watchAwake } from './awake';
import { awakeWithin, type Turn } from './awake-time';
import { extensionProcesses, IS_TOLD } from './extension-process';
import { extensionMemory } from './process-memory';
import type { Stage } from './stage';

const LOOK_MS = SECOND / 4;

/** One minute with nobody looking. */
export interface IdleMinute {
  requests: number;
  bytes: number;
  awakeSeconds: number;
}

/** What the processes that run extensions used in one minute. */
export interface ProcessMinute {
  cpuSeconds: number;
  /** At the end of it, bytes. */
  memory: number;
}

export interface IdleTime {
  minutes: IdleMinute[];
  /** None where the system does not tell. */
  processes: ProcessMinute[];
  requests: readonly LoggedRequest[];
  /** What Beeper sent from the start of one poll to that of the next. */
  bytesAPoll: number[];
}

/** How much Beeper had sent at a moment. */
interface Sent {
  at: number;
  bytes: number;
}

/** Leaves the companion alone for some minutes, with no page of its own open, and looks on. */
export async function watchIdle(stage: Stage, count: number): Promise<IdleTime> {
  const { browser, companion, beeper } = stage;
  const turns = await watchAwake(browser, companion.origin);
  const startedAt = Date.now();
  const endsAt = startedAt + count * MINUTE;
  beeper.clearRequests();
  const [sent, processes] = await Promise.all([
    watchSent(stage, endsAt),
    IS_TOLD ? watchProcesses(browser, count) : [],
  ]);
  const requests = [...beeper.requests];
  const minutes = Array.from({ length: count }, (_, minute) =>
    minuteFrom(startedAt + minute * MINUTE, { requests, sent, turns }),
  );
  return { minutes, processes, requests, bytesAPoll: bytesBetweenPolls(requests, sent) };
}

async function watchSent({ beeper }: Stage, until: number): Promise<Sent[]> {
  const sent: Sent[] = [];
  const look = () => sent.push({ at: Date.now(), bytes: beeper.bytesSent });
  for (look(); Date.now() < until; look()) await pause(LOOK_MS);
  return sent;
}

async function watchProcesses(browser: Browser, count: number): Promise<ProcessMinute[]> {
  const used = async () =>
    (await extensionProcesses(browser)).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0);
  const seen: ProcessMinute[] = [];
  let before = await used();
  for (let minute = 0; minute < count; minute += 1) {
    await pause(MINUTE);
    const now = await used();
    seen.push({ cpuSeconds: now - before, memory: await extensionMemory(browser) });
    before = now;
  }
  return seen;
}

interface Seen {
  requests: readonly LoggedRequest[];
  sent: readonly Sent[];
  turns: readonly Turn[];
}

function minuteFrom(from: number, { requests, sent, turns }: Seen): IdleMinute {
  const to = from + MINUTE;
  return {
    requests: requests.filter(({ time }) => time >= from && time < to).length,
    bytes: sentBefore(sent, to) - sentBefore(sent, from),
    awakeSeconds: awakeWithin(turns, from, to) / SECOND,
  };
}

/** Of a poll that is under way at the end, not all is known. */
function bytesBetweenPolls(requests: readonly LoggedRequest[], sent: readonly Sent[]): number[] {
  const polls = requests.filter(isPoll).map(({ time }) => sentBefore(sent, time));
  return polls.slice(1).map((bytes, index) => bytes - (polls[index] ?? NaN));
}

/** Each poll asks once for the newest chats. */
function isPoll({ method, path, query }: LoggedRequest): boolean {
  return method === 'GET' && path === '/v1/chats' && !query.cursor;
}

function sentBefore(sent: readonly Sent[], moment: number): number {
  return sent.findLast(({ at }) => at <= moment)?.bytes ?? sent[0]?.bytes ?? 0;
}
