import { SECOND } from '@/lib/base/time';
import type { Chat } from '@/lib/model/chats/chat';
import { gatheringID, messageID } from './ids';
import { type Arrival, type Arrivals, BREAK, BURST, type Gathering } from './new-messages';
import { isToNotify, type NotifySettings } from './settings';

/** What is known when it is decided what to show. */
export interface Moment {
  /** The chat as the person has asked for it. */
  chatOf(id: string): Chat | undefined;
  canArchive(chat: Chat): boolean;
  settings: NotifySettings;
  isQuiet: boolean;
  now: number;
}

/**
 * A message waits so long before it is told of, ms. Beeper marks what comes in the chat that is
 * open there as read within this: nobody needs to be told of what they see.
 */
export const PATIENCE = 1.5 * SECOND;

/** More messages than this in quick succession, in several chats, become one notification. */
const MANY = 3;

/**
 * The arrivals as they are to be told: what is ringing is to be shown, what is stale to be
 * withdrawn. The same again where there is nothing to do.
 */
export function planTelling(arrivals: Arrivals, moment: Moment): Arrivals {
  const left = withoutSettled(arrivals, moment);
  const known = waitingIn(left, moment);
  // Nobody is to be told now, nor of it later.
  if (moment.isQuiet && known.length > 0) return without(left, known);
  const waiting = known.filter((id) => hasWaited(left.chats[id], moment.now));
  if (waiting.length === 0 || isHeldBack(left, moment.now)) return left;
  return isForMany(left, waiting, moment)
    ? gathered(left, waiting, moment)
    : withoutEmpty(waiting.reduce((told, id) => rung(told, id, moment), left));
}

/** When what waits is to be told, ms; `undefined`: nothing does. */
export function nextTellingAt({ chats, gathering }: Arrivals): number | undefined {
  const waiting = Object.values(chats).filter(({ bell }) => bell === 'set');
  if (waiting.length === 0) return undefined;
  const next = Math.min(...waiting.map((arrival) => setAtOf(arrival) + PATIENCE));
  return gathering ? Math.max(next, gathering.at + BURST) : next;
}

function setAtOf({ setAt, heardAt }: Arrival): number {
  return setAt ?? heardAt;
}

function hasWaited(arrival: Arrival | undefined, now: number): boolean {
  return arrival !== undefined && Math.abs(now - setAtOf(arrival)) >= PATIENCE;
}

/** Without those that were read, muted, archived, or are not to be told of any more. */
function withoutSettled(arrivals: Arrivals, moment: Moment): Arrivals {
  const settled = Object.entries(arrivals.chats)
    .filter(([id, arrival]) => isSettled(moment.chatOf(id), arrival, moment))
    .map(([id]) => id);
  return settled.length > 0 ? without(arrivals, settled) : arrivals;
}

/** A chat that is not known to have come so far is waited for, but not for long. */
function isSettled(
  chat: Chat | undefined,
  { at, bell, heardAt }: Arrival,
  { settings, now }: Moment,
): boolean {
  const isOld = bell !== 'rung' && Math.abs(now - heardAt) > BREAK;
  if (!chat || isOld) return true;
  return chat.lastActivity >= at && !isToNotify(chat, settings);
}

function without(arrivals: Arrivals, ids: readonly string[]): Arrivals {
  const left = Object.entries(arrivals.chats).filter(([id]) => !ids.includes(id));
  const shown = ids.flatMap((id) => singleOf(id, arrivals.chats[id]));
  return withoutEmpty({
    ...arrivals,
    chats: Object.fromEntries(left),
    stale: [...arrivals.stale, ...shown],
  });
}

/** The notification for many goes with the last of them. */
function withoutEmpty(arrivals: Arrivals): Arrivals {
  const { gathering, ...rest } = arrivals;
  if (!gathering || Object.values(arrivals.chats).some(({ isGathered }) => isGathered)) {
    return arrivals;
  }
  return { ...rest, stale: [...rest.stale, gatheringID(gathering)] };
}

/** Its own notification on the screen, if there is one. */
function singleOf(chatID: string, arrival: Arrival | undefined): string[] {
  if (arrival?.bell === 'ringing') return [messageID({ chatID, at: arrival.at })];
  return arrival?.shownAt === undefined ? [] : [messageID({ chatID, at: arrival.shownAt })];
}

function waitingIn({ chats }: Arrivals, { chatOf }: Moment): string[] {
  return Object.entries(chats)
    .filter(([id, { bell, at }]) => bell === 'set' && (chatOf(id)?.lastActivity ?? 0) >= at)
    .map(([id]) => id);
}

/** Many were told of just now: what comes meanwhile is told of with whatever else comes. */
function isHeldBack({ gathering }: Arrivals, now: number): boolean {
  return gathering !== undefined && isWithinBurst(gathering.at, now);
}

function isWithinBurst(from: number, now: number): boolean {
  return Math.abs(now - from) < BURST;
}

function isForMany(
  { chats, gathering }: Arrivals,
  waiting: readonly string[],
  { settings, now }: Moment,
): boolean {
  if (settings.detail === 'number') return true;
  const wasHeldBack = (id: string) =>
    gathering !== undefined && isWithinBurst(gathering.at, chats[id]?.heardAt ?? 0);
  if (waiting.some(wasHeldBack)) return true;
  const quick = quickWith(waiting, chats, now);
  return quick.length > 1 && quick.reduce((sum, [, { burst }]) => sum + burst, 0) > MANY;
}

/** All that were heard of shortly before the last of those that wait, and may be told of. */
function quickWith(
  waiting: readonly string[],
  chats: Arrivals['chats'],
  now: number,
): [string, Arrival][] {
  const last = Math.max(...waiting.map((id) => chats[id]?.heardAt ?? 0));
  return Object.entries(chats).filter(
    ([, arrival]) =>
      isWithinBurst(arrival.heardAt, last) && (arrival.bell !== 'set' || hasWaited(arrival, now)),
  );
}

/** All that came in quick succession, what waits and what was gathered before, as one. */
function gathered(arrivals: Arrivals, waiting: readonly string[], { now }: Moment): Arrivals {
  const quick = quickWith(waiting, arrivals.chats, now).map(([id]) => id);
  const before = Object.keys(arrivals.chats).filter((id) => arrivals.chats[id]?.isGathered);
  const together = new Set([...waiting, ...quick, ...before]);
  const members = [...together].map((id) => [id, arrivals.chats[id]] as const);
  const chats = Object.fromEntries(
    members.flatMap(([id, arrival]) => (arrival ? [[id, asGathered(arrival)]] : [])),
  );
  const gathering: Gathering = { at: now, bell: 'ringing' };
  const old = arrivals.gathering ? [gatheringID(arrivals.gathering)] : [];
  return {
    ...arrivals,
    chats: { ...arrivals.chats, ...chats },
    gathering,
    stale: [...arrivals.stale, ...members.flatMap((member) => singleOf(...member)), ...old],
  };
}

function asGathered({ shownAt: _gone, ...arrival }: Arrival): Arrival {
  return { ...arrival, bell: 'rung', isGathered: true };
}

/** One of its own; the one before goes. */
function rung(arrivals: Arrivals, id: string, { chatOf, canArchive }: Moment): Arrivals {
  const arrival = arrivals.chats[id];
  const chat = chatOf(id);
  if (!arrival || !chat) return arrivals;
  const { shownAt: _gone, isGathered: _out, hasNoArchive: _before, ...rest } = arrival;
  const buttons = canArchive(chat) ? {} : { hasNoArchive: true };
  return {
    ...arrivals,
    chats: { ...arrivals.chats, [id]: { ...rest, ...buttons, bell: 'ringing' } },
    stale: [...arrivals.stale, ...singleOf(id, arrival)],
  };
}

export interface Told {
  /** Ids of the notifications that are on the screen. */
  shown: readonly string[];
  /** And of those that are there no longer. */
  withdrawn: readonly string[];
}

/** The arrivals once that has been done. */
export function afterTelling(arrivals: Arrivals, { shown, withdrawn }: Told): Arrivals {
  const { gathering } = arrivals;
  const chats = Object.entries(arrivals.chats).map(([id, arrival]) => {
    const isShown = shown.includes(messageID({ chatID: id, at: arrival.at }));
    if (arrival.bell !== 'ringing' || !isShown) return [id, arrival] as const;
    return [id, { ...arrival, bell: 'rung', shownAt: arrival.at } satisfies Arrival] as const;
  });
  return {
    ...arrivals,
    chats: Object.fromEntries(chats),
    ...(gathering &&
      shown.includes(gatheringID(gathering)) && { gathering: { ...gathering, bell: 'rung' } }),
    stale: arrivals.stale.filter((id) => !withdrawn.includes(id)),
  };
}
