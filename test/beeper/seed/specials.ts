import type { ChatFlavour, ChatRecord } from '../world/records';
import { LONG_TITLE } from './names';

const WHATSAPP = 'local-whatsapp_ba_3fTq81LmZx';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What sets a chat apart; times are relative, because the world's clock is not known here. */
export interface Special extends Partial<
  Omit<ChatRecord, 'reminder' | 'snoozeUntil' | 'lastActivity' | 'participants'>
> {
  remindInMs?: number;
  dismissOnIncomingMessage?: boolean;
  snoozeForMs?: number;
  agoMs?: number;
  people?: number;
}

const singleFlight = (title: string, rest: Special = {}): Special => ({
  type: 'single',
  title,
  ...rest,
});
const group = (title: string, rest: Special = {}): Special => ({ type: 'group', title, ...rest });
const flavoured = (flavour: ChatFlavour, unreadCount: number): Special => ({
  flavour,
  unreadCount,
});

/** The first chats of every seed: each state an inbox can show occurs, however small the world. */
export const SPECIALS: readonly Special[] = [
  singleFlight('Maya Lindqvist', { accountID: WHATSAPP, unreadCount: 2, agoMs: 4 * 60_000 }),
  group('Family', {
    accountID: WHATSAPP,
    unreadCount: 5,
    unreadMentionsCount: 1,
    agoMs: 25 * 60_000,
  }),
  singleFlight('Jonas Okafor', { accountID: 'signal', isPinned: true, unreadCount: 0 }),
  group(LONG_TITLE, { accountID: WHATSAPP, unreadCount: 1, people: 12 }),
  singleFlight('أمل الحسن', { accountID: 'telegram', unreadCount: 3, agoMs: 2 * HOUR }),
  singleFlight('Priya Nair', { accountID: 'signal', isMarkedUnread: true, unreadCount: 0 }),
  group('Sunday football', { accountID: WHATSAPP, isMuted: true, unreadCount: 48, people: 22 }),
  singleFlight('Parcel notices', {
    accountID: 'gmessages',
    isLowPriority: true,
    unreadCount: 4,
    flavour: 'announcements',
  }),
  singleFlight('Old landlord', { accountID: 'gmessages', isArchived: true, unreadCount: 2 }),
  singleFlight('Freya Bergström', {
    accountID: 'instagramgo',
    remindInMs: 3 * HOUR,
    dismissOnIncomingMessage: true,
  }),
  group('Tax papers', {
    accountID: 'matrix',
    isArchived: true,
    remindInMs: 2 * DAY,
    dismissOnIncomingMessage: false,
  }),
  singleFlight('佐藤 美咲', { accountID: 'instagramgo', unreadCount: 1 }),
  singleFlight('Bo', { accountID: 'facebookgo', unreadCount: 1 }),
  singleFlight('נועה לוי', { accountID: WHATSAPP, unreadCount: 2 }),
  group('Board games 🎲', { accountID: 'discordgo', ...flavoured('bodies', 3) }),
  singleFlight('Duke 🎸🔥👨‍👩‍👧‍👦', { accountID: 'telegram', ...flavoured('media', 1) }),
  singleFlight('Chloé Dubois', { accountID: 'facebookgo', draft: '<p>I would love to, but</p>' }),
  group('Town library', {
    accountID: 'telegram',
    isReadOnly: true,
    flavour: 'announcements',
    unreadCount: 1,
  }),
  singleFlight('Robin Maple', { flavour: 'self', accountID: 'matrix', people: 0 }),
  singleFlight('Diego Castillo', { accountID: 'imessage', unreadCount: 1 }),
  singleFlight('Omar Haddad', { accountID: 'linkedin', isArchived: true, isMarkedUnread: true }),
  singleFlight('Dentist Dr. Bauer', {
    accountID: 'gmessages',
    isMuted: true,
    isMarkedUnread: true,
  }),
  group('Maya, Jonas and Priya', {
    accountID: 'signal',
    isTitleComputed: true,
    people: 3,
    unreadCount: 0,
  }),
  singleFlight('Klara Novak', {
    accountID: 'slackgo.T04MAPLE7-U07RIVER2',
    remindInMs: -HOUR,
    dismissOnIncomingMessage: true,
  }),
  group('Flat 4B', {
    accountID: WHATSAPP,
    isPinned: true,
    unreadCount: 130,
    unreadMentionsCount: 2,
    people: 5,
  }),
  singleFlight('Ty', { accountID: 'discordgo', ...flavoured('bodies', 1), isPinned: true }),
  singleFlight('Saoirse Walsh', { accountID: 'linkedin', snoozeForMs: 5 * HOUR, isArchived: true }),
  group('Neighbourhood watch 👀', {
    accountID: 'facebookgo',
    isMuted: true,
    isLowPriority: true,
    unreadCount: 17,
    people: 60,
  }),
  singleFlight('王小明', { accountID: WHATSAPP, messageExpirySeconds: 604_800 }),
  group('Lisbon marathon', { accountID: 'telegram', unreadCount: 9, people: 240 }),
];
