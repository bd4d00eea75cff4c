import { HOUR, MINUTE, SECOND } from '@/lib/base/time';
import type { Beeper } from '../beeper/server';
import { isUnread } from '../beeper/world/records';
import { readLists } from './bare-lists';
import { IS_TOLD } from './extension-process';
import type { Figure, Floor, Lab, Row } from './figure';
import { type IdleMinute, type IdleTime, type ProcessMinute, watchIdle } from './idle-watch';
import { hasInstant, NO_INSTANT } from './instant';
import { openStage } from './stage';
import { inUnit, type Unit } from './units';

const LARGE = 10_000;
const SMALL = 100;
const POLLS_AN_HOUR = HOUR / (30 * SECOND);
const BARE_ROUNDS = 10;

export const idle: Figure = {
  name: 'idle',
  title: 'An idle hour',
  how: `Nobody looks and nothing happens: all browsers at once, each with a Beeper of its own, every minute a sample that is scaled to an hour. Requests and bytes are counted where the stand-in sends them, heads and frames with them; whether the worker is awake is what the browser says, and Linux what the extension's process uses (its memory as above, at the end of each minute).`,
  minutes: ({ minutes }) => 1.2 + minutes,
  measure,
};

async function* measure(lab: Lab): AsyncGenerator<Row> {
  const isLive = await hasInstant(lab);
  const [large, small, equal, live] = await Promise.all([
    openStage(lab, { chats: LARGE, isInstant: false }),
    openStage(lab, { chats: SMALL, isInstant: false }),
    openStage(lab, { chats: LARGE, readFrom: SMALL, isInstant: false }),
    ...(isLive ? [openStage(lab, { chats: LARGE, isInstant: true })] : []),
  ]);
  const stages = [large, small, equal, ...(live ? [live] : [])];
  const watches = stages.map((stage) => watchIdle(stage, lab.options.minutes));
  const [polledTime, smallTime, equalTime, liveTime] = await Promise.all(watches);
  if (!polledTime || !smallTime || !equalTime) return;
  yield* polledRows(polledTime, await bareRounds(large.beeper));
  yield* liveTime ? liveRows(liveTime, polledTime) : [{ what: 'live', why: NO_INSTANT }];
  yield* processRows('polling', polledTime);
  if (liveTime) yield* processRows('live', liveTime, polledTime);
  yield equalRow(smallTime, equalTime, unreadChats(small.beeper));
}

/** What the same questions cost a client that asks them one after the other. */
async function bareRounds(beeper: Beeper): Promise<{ requests: number[]; bytes: number[] }> {
  const [requests, bytes]: [number[], number[]] = [[], []];
  for (let round = 0; round < BARE_ROUNDS; round += 1) {
    const before = { requests: beeper.requests.length, bytes: beeper.bytesSent };
    await fetch(`${beeper.url}/v1/chats`, {
      headers: { authorization: `Bearer ${beeper.token}` },
    }).then((response) => response.arrayBuffer());
    await readLists(beeper.url, beeper.token, ['inbox=primary&unreadOnly=true']);
    requests.push((beeper.requests.length - before.requests) * POLLS_AN_HOUR);
    bytes.push((beeper.bytesSent - before.bytes) * POLLS_AN_HOUR);
  }
  return { requests, bytes };
}

function polledRows(time: IdleTime, bare: { requests: number[]; bytes: number[] }): Row[] {
  const what = 'a bare client asking the same every 30 s';
  return hourRows('polling', time, {
    requests: { what, samples: bare.requests },
    bytes: { what, samples: bare.bytes },
    awakeSeconds: { what: 'the whole hour', samples: [HOUR / SECOND] },
  });
}

function liveRows(time: IdleTime, polled: IdleTime): Row[] {
  const floor = (name: keyof IdleMinute): Floor => ({
    what: 'polling',
    samples: hourly(polled, name),
  });
  return hourRows('live', time, {
    requests: floor('requests'),
    bytes: floor('bytes'),
    awakeSeconds: floor('awakeSeconds'),
  });
}

function hourRows(how: string, time: IdleTime, floors: Record<keyof IdleMinute, Floor>): Row[] {
  const samples = (name: keyof IdleMinute) => ({
    samples: hourly(time, name),
    floor: floors[name],
  });
  return [
    { what: `${how}, requests`, unit: 'count', ...samples('requests'), note: whatWasAsked(time) },
    { what: `${how}, bytes from Beeper`, unit: 'bytes', ...samples('bytes'), note: inAll(time) },
    { what: `${how}, worker awake`, unit: 'seconds', ...samples('awakeSeconds') },
  ];
}

function perHour({ cpuSeconds }: ProcessMinute): number {
  return (cpuSeconds * HOUR) / MINUTE;
}

/** @param floor the same of another companion */
function processRows(how: string, { processes }: IdleTime, floor?: IdleTime): Row[] {
  if (!IS_TOLD) return [{ what: `${how}, process of the extension`, why: 'only Linux tells it' }];
  const row = (what: string, unit: Unit, of: (minute: ProcessMinute) => number): Row => ({
    what: `${how}, ${what}`,
    unit,
    samples: processes.map(of),
    ...(floor && { floor: { what: 'polling', samples: floor.processes.map(of) } }),
  });
  const sum = processes.reduce((total, minute) => total + perHour(minute), 0);
  const note = `all minutes together: ${inUnit(sum / processes.length, 'seconds')} an hour.`;
  return [
    { ...row('processor time', 'seconds', perHour), note },
    row('memory of the process', 'bytes', ({ memory }) => memory),
  ];
}

function hourly({ minutes }: IdleTime, name: keyof IdleMinute): number[] {
  return minutes.map((minute) => (minute[name] * HOUR) / MINUTE);
}

/** What an hour has that these minutes had not, such as the full sync, one can tell from this. */
function whatWasAsked({ requests, minutes }: IdleTime): string {
  const counts = new Map<string, number>();
  for (const { route = 'an unknown route', query } of requests) {
    const name = `${route}${query.unreadOnly ? ' of unread chats' : ''}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const told = [...counts].map(([name, count]) => `${count} × ${name}`).join(', ');
  return `in ${minutes.length} minutes ${told || 'nothing'}.`;
}

/** The minutes are unlike each other, so that their median says less of an hour than their sum. */
function inAll({ minutes }: IdleTime): string {
  const anHour = (name: keyof IdleMinute) => {
    const sum = minutes.reduce((total, minute) => total + minute[name], 0);
    return Math.round((sum * HOUR) / MINUTE / minutes.length).toLocaleString('en-US');
  };
  return `all minutes together, scaled to an hour: ${anHour('requests')} requests, ${anHour('bytes')} bytes, ${anHour('awakeSeconds')} s awake.`;
}

function unreadChats({ chats }: Beeper): number {
  return [...chats.values()].filter(
    (chat) => isUnread(chat) && !chat.isArchived && !chat.isLowPriority,
  ).length;
}

function equalRow(small: IdleTime, equal: IdleTime, unread: number): Row {
  return {
    what: `bytes a poll, ${LARGE.toLocaleString('en-US')} chats`,
    unit: 'bytes',
    samples: equal.bytesAPoll,
    floor: { what: `${SMALL} chats`, samples: small.bytesAPoll },
    note: `the same ${unread} unread chats in both.`,
  };
}
