import { SECOND } from '@/lib/base/time';
import type { Chat } from '@/lib/model/chats/chat';
import { groupedID, messageID } from './ids';
import {
  type IncomingOfChat,
  type IncomingMessages,
  BREAK,
  BURST,
  type GroupedNotification,
} from './new-messages';
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
 * The incoming messages as they are to be told: what is ringing is to be shown, what is stale to be
 * withdrawn. The same again where there is nothing to do.
 */
export function planNotifications(
  incomingMessages: IncomingMessages,
  moment: Moment,
): IncomingMessages {
  const left = withoutSettled(incomingMessages, moment);
  const known = waitingIn(left, moment);
  // Nobody is to be told now, nor of it later.
  if (moment.isQuiet && known.length > 0) return without(left, known);
  const waiting = known.filter((id) => hasWaited(left.chats[id], moment.now));
  if (waiting.length === 0 || isDeferred(left, moment.now)) return left;
  return isForMany(left, waiting, moment)
    ? gathered(left, waiting, moment)
    : withoutEmpty(waiting.reduce((told, id) => rung(told, id, moment), left));
}

/** When what waits is to be told, ms; `undefined`: nothing does. */
export function nextNotificationAt({ chats, gathering }: IncomingMessages): number | undefined {
  const waiting = Object.values(chats).filter(({ bell }) => bell === 'set');
  if (waiting.length === 0) return undefined;
  const next = Math.min(...waiting.map((incomingOfChat) => setAtOf(incomingOfChat) + PATIENCE));
  return gathering ? Math.max(next, gathering.at + BURST) : next;
}

function setAtOf({ setAt, heardAt }: IncomingOfChat): number {
  return setAt ?? heardAt;
}

function hasWaited(incomingOfChat: IncomingOfChat | undefined, now: number): boolean {
  return incomingOfChat !== undefined && Math.abs(now - setAtOf(incomingOfChat)) >= PATIENCE;
}

/** Without those that were read, muted, archived, or are not to be told of any more. */
function withoutSettled(incomingMessages: IncomingMessages, moment: Moment): IncomingMessages {
  const settled = Object.entries(incomingMessages.chats)
    .filter(([id, incomingOfChat]) => isSettled(moment.chatOf(id), incomingOfChat, moment))
    .map(([id]) => id);
  return settled.length > 0 ? without(incomingMessages, settled) : incomingMessages;
}

/** A chat that is not known to have come so far is waited for, but not for long. */
function isSettled(
  chat: Chat | undefined,
  { at, bell, heardAt }: IncomingOfChat,
  { settings, now }: Moment,
): boolean {
  const isOld = bell !== 'rung' && Math.abs(now - heardAt) > BREAK;
  if (!chat || isOld) return true;
  return chat.lastActivity >= at && !isToNotify(chat, settings);
}

function without(incomingMessages: IncomingMessages, ids: readonly string[]): IncomingMessages {
  const left = Object.entries(incomingMessages.chats).filter(([id]) => !ids.includes(id));
  const shown = ids.flatMap((id) => singleOf(id, incomingMessages.chats[id]));
  return withoutEmpty({
    ...incomingMessages,
    chats: Object.fromEntries(left),
    stale: [...incomingMessages.stale, ...shown],
  });
}

/** The notification for many goes with the last of them. */
function withoutEmpty(incomingMessages: IncomingMessages): IncomingMessages {
  const { gathering, ...rest } = incomingMessages;
  if (!gathering || Object.values(incomingMessages.chats).some(({ isGathered }) => isGathered)) {
    return incomingMessages;
  }
  return { ...rest, stale: [...rest.stale, groupedID(gathering)] };
}

/** Its own notification on the screen, if there is one. */
function singleOf(chatID: string, incomingOfChat: IncomingOfChat | undefined): string[] {
  if (incomingOfChat?.bell === 'ringing') return [messageID({ chatID, at: incomingOfChat.at })];
  return incomingOfChat?.shownAt === undefined
    ? []
    : [messageID({ chatID, at: incomingOfChat.shownAt })];
}

function waitingIn({ chats }: IncomingMessages, { chatOf }: Moment): string[] {
  return Object.entries(chats)
    .filter(([id, { bell, at }]) => bell === 'set' && (chatOf(id)?.lastActivity ?? 0) >= at)
    .map(([id]) => id);
}

/** Many were told of just now: what comes meanwhile is told of with whatever else comes. */
function isDeferred({ gathering }: IncomingMessages, now: number): boolean {
  return gathering !== undefined && isWithinBurst(gathering.at, now);
}

function isWithinBurst(from: number, now: number): boolean {
  return Math.abs(now - from) < BURST;
}

function isForMany(
  { chats, gathering }: IncomingMessages,
  waiting: readonly string[],
  { settings, now }: Moment,
): boolean {
  if (settings.detail === 'number') return true;
  const wasDeferred = (id: string) =>
    gathering !== undefined && isWithinBurst(gathering.at, chats[id]?.heardAt ?? 0);
  if (waiting.some(wasDeferred)) return true;
  const quick = quickWith(waiting, chats, now);
  return quick.length > 1 && quick.reduce((sum, [, { burst }]) => sum + burst, 0) > MANY;
}

/** All that were heard of shortly before the last of those that wait, and may be told of. */
function quickWith(
  waiting: readonly string[],
  chats: IncomingMessages['chats'],
  now: number,
): [string, IncomingOfChat][] {
  const last = Math.max(...waiting.map((id) => chats[id]?.heardAt ?? 0));
  return Object.entries(chats).filter(
    ([, incomingOfChat]) =>
      isWithinBurst(incomingOfChat.heardAt, last) &&
      (incomingOfChat.bell !== 'set' || hasWaited(incomingOfChat, now)),
  );
}

/** All that came in quick succession, what waits and what was gathered before, as one. */
function gathered(
  incomingMessages: IncomingMessages,
  waiting: readonly string[],
  { now }: Moment,
): IncomingMessages {
  const quick = quickWith(waiting, incomingMessages.chats, now).map(([id]) => id);
  const before = Object.keys(incomingMessages.chats).filter(
    (id) => incomingMessages.chats[id]?.isGathered,
  );
  const together = new Set([...waiting, ...quick, ...before]);
  const members = [...together].map((id) => [id, incomingMessages.chats[id]] as const);
  const chats = Object.fromEntries(
    members.flatMap(([id, incomingOfChat]) =>
      incomingOfChat ? [[id, asGrouped(incomingOfChat)]] : [],
    ),
  );
  const gathering: GroupedNotification = { at: now, bell: 'ringing' };
  const old = incomingMessages.gathering ? [groupedID(incomingMessages.gathering)] : [];
  return {
    ...incomingMessages,
    chats: { ...incomingMessages.chats, ...chats },
    gathering,
    stale: [...incomingMessages.stale, ...members.flatMap((member) => singleOf(...member)), ...old],
  };
}

function asGrouped({ shownAt: _gone, ...incomingOfChat }: IncomingOfChat): IncomingOfChat {
  return { ...incomingOfChat, bell: 'rung', isGathered: true };
}

/** One of its own; the one before goes. */
function rung(
  incomingMessages: IncomingMessages,
  id: string,
  { chatOf, canArchive }: Moment,
): IncomingMessages {
  const incomingOfChat = incomingMessages.chats[id];
  const chat = chatOf(id);
  if (!incomingOfChat || !chat) return incomingMessages;
  const { shownAt: _gone, isGathered: _out, hasNoArchive: _before, ...rest } = incomingOfChat;
  const buttons = canArchive(chat) ? {} : { hasNoArchive: true };
  return {
    ...incomingMessages,
    chats: { ...incomingMessages.chats, [id]: { ...rest, ...buttons, bell: 'ringing' } },
    stale: [...incomingMessages.stale, ...singleOf(id, incomingOfChat)],
  };
}

export interface Told {
  /** Ids of the notifications that are on the screen. */
  shown: readonly string[];
  /** And of those that are there no longer. */
  withdrawn: readonly string[];
}

/** The incoming messages once that has been done. */
export function afterNotifying(
  incomingMessages: IncomingMessages,
  { shown, withdrawn }: Told,
): IncomingMessages {
  const { gathering } = incomingMessages;
  const chats = Object.entries(incomingMessages.chats).map(([id, incomingOfChat]) => {
    const isShown = shown.includes(messageID({ chatID: id, at: incomingOfChat.at }));
    if (incomingOfChat.bell !== 'ringing' || !isShown) return [id, incomingOfChat] as const;
    return [
      id,
      { ...incomingOfChat, bell: 'rung', shownAt: incomingOfChat.at } satisfies IncomingOfChat,
    ] as const;
  });
  return {
    ...incomingMessages,
    chats: Object.fromEntries(chats),
    ...(gathering &&
      shown.includes(groupedID(gathering)) && { gathering: { ...gathering, bell: 'rung' } }),
    stale: incomingMessages.stale.filter((id) => !withdrawn.includes(id)),
  };
}
