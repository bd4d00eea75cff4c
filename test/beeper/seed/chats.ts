import { createRandom, mixSeed, type Random } from '../random';
import type { AccountRecord, ChatRecord, PersonRecord } from '../world/records';
import { GROUP_TITLES, PLACES, WORK_TITLES } from './names';
import { avatarFor, createPerson } from './people';
import { SPECIALS, type Special } from './specials';

export interface SeedContext {
  seed: number;
  now: number;
  accounts: readonly AccountRecord[];
}

/** Serial numbers of people never meet, because no group is larger than this. */
const PEOPLE_PER_CHAT = 300;

export function seedChats(context: SeedContext, count: number): ChatRecord[] {
  return Array.from({ length: count }, (_, number) =>
    createChat(context, number, SPECIALS[number] ?? ordinaryWish(context, number)),
  );
}

export function createChat(context: SeedContext, number: number, wish: Special): ChatRecord {
  const draw = createRandom(mixSeed(context.seed, 1, number));
  const account = accountFor(context, { draw, wish });
  const type = wish.type ?? (isForPairs(account) || draw.chance(0.6) ? 'single' : 'group');
  const title = wish.title ?? (type === 'group' ? groupTitle(account, draw) : undefined);
  const participants = peopleOf(account, { draw, number, type, wish, title });
  const {
    remindInMs,
    snoozeForMs,
    agoMs,
    people: _people,
    dismissOnIncomingMessage,
    ...plain
  } = wish;
  const chat: ChatRecord = {
    ...blank(context, { draw, number, account }),
    ...plain,
    type,
    participants,
    title: title ?? participants[0]?.fullName ?? 'Unknown',
    imgURL: type === 'group' ? (avatarFor(draw).imgURL ?? null) : null,
  };
  if (agoMs !== undefined) chat.lastActivity = context.now - agoMs;
  if (snoozeForMs !== undefined) chat.snoozeUntil = context.now + snoozeForMs;
  if (remindInMs !== undefined) {
    const remindAt = context.now + remindInMs;
    chat.reminder = { remindAt, dismissOnIncomingMessage: dismissOnIncomingMessage ?? true };
  }
  return settleCounts(chat);
}

/** The unread tail is part of the story, so the story has to be longer than the tail. */
export function settleCounts(chat: ChatRecord): ChatRecord {
  const history = Math.max(chat.history, chat.unreadCount > 0 ? chat.unreadCount + 3 : 0);
  return { ...chat, history, readUpTo: history - chat.unreadCount, flavour: flavourOf(chat) };
}

function accountFor(
  context: SeedContext,
  { draw, wish }: { draw: Random; wish: Special },
): AccountRecord {
  const listed = context.accounts.filter((account) => account.isListed);
  const wished = context.accounts.find((account) => account.accountID === wish.accountID);
  return wished ?? draw.pick(listed);
}

function blank(
  context: SeedContext,
  { draw, number, account }: { draw: Random; number: number; account: AccountRecord },
): Omit<ChatRecord, 'type' | 'participants' | 'title'> {
  return {
    id: chatID(account, { draw, number }),
    localChatID: String(number + 1),
    number,
    accountID: account.accountID,
    network: account.network,
    isTitleComputed: false,
    flavour: 'friend',
    history: draw.int(6, 40),
    unreadCount: 0,
    unreadMentionsCount: 0,
    readUpTo: 0,
    isMarkedUnread: false,
    isArchived: false,
    isMuted: false,
    isPinned: false,
    isLowPriority: false,
    isReadOnly: false,
    lastActivity: context.now - logUniform(draw),
    description: null,
    imgURL: null,
    reminder: null,
    snoozeUntil: null,
    draft: null,
    messageExpirySeconds: null,
  };
}

/** Networks where people meet one by one. */
function isForPairs({ network }: AccountRecord): boolean {
  return network === 'LinkedIn' || network === 'Google Messages';
}

/** Identifiers of one network hold a hash sign, which only survives in a path when encoded. */
function chatID(
  account: AccountRecord,
  { draw, number }: { draw: Random; number: number },
): string {
  const key = `${number.toString(36)}${draw.hex(14)}`;
  if (account.bridge.type === 'imessage') return `imsg##thread:${key}`;
  return `!${key}:beeper.local`;
}

/** Most talk is recent, some is from last year. */
function logUniform(draw: Random): number {
  const minutes = 3 * Math.exp(draw.next() * Math.log(190_000));
  return Math.round(minutes * 60_000);
}

function ordinaryWish(context: SeedContext, number: number): Special {
  const draw = createRandom(mixSeed(context.seed, 3, number));
  const isRead = draw.chance(0.72);
  return {
    unreadCount: isRead ? 0 : draw.int(1, draw.chance(0.2) ? 60 : 6),
    isMarkedUnread: draw.chance(0.03),
    isArchived: draw.chance(0.3),
    isMuted: draw.chance(0.12),
    isPinned: draw.chance(0.02),
    isLowPriority: draw.chance(0.07),
    ...(draw.chance(0.06) && { flavour: draw.chance(0.5) ? 'bodies' : 'media' }),
  };
}

function groupTitle(account: AccountRecord, draw: Random): string {
  if (account.network === 'Slack') return draw.pick(WORK_TITLES);
  if (draw.chance(0.3)) return `${draw.pick(PLACES)} ${2019 + draw.int(0, 7)}`;
  return draw.pick(GROUP_TITLES);
}

interface Party {
  draw: Random;
  number: number;
  type: ChatRecord['type'];
  wish: Special;
  title: string | undefined;
}

function peopleOf(account: AccountRecord, party: Party): PersonRecord[] {
  const { draw, number, type, wish, title } = party;
  if (wish.people === 0) return [account.user];
  const first = number * PEOPLE_PER_CHAT;
  if (type === 'single') {
    const wanted = title === undefined ? {} : { fullName: title };
    return [createPerson(account, draw, { serial: first, ...wanted }), account.user];
  }
  const count = wish.people ?? draw.int(2, 9);
  const others = Array.from({ length: count }, (_, index) =>
    createPerson(account, draw, { serial: first + index }),
  );
  if (others[0]) others[0].isAdmin = true;
  return [...others, account.user];
}

function flavourOf(chat: ChatRecord): ChatRecord['flavour'] {
  if (chat.flavour !== 'friend') return chat.flavour;
  if (chat.network === 'Slack' || chat.network === 'LinkedIn') return 'work';
  return chat.type === 'group' ? 'group' : 'friend';
}
