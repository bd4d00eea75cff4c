import { createRandom, mixSeed, type Random } from '../random';
import {
  type AccountRecord,
  type ChatRecord,
  type MessageRecord,
  type PersonRecord,
} from '../world/records';
import { HOSTILE_BODIES, HTML_BODIES, escapeText, mediaOf } from './bodies';
import { flourish } from './flourishes';
import { FOREIGN_TALKS, FRIEND_TALKS } from './talks-friends';
import { ANNOUNCEMENTS, GROUP_TALKS, SELF_NOTES, WORK_TALKS } from './talks-groups';

interface Stage {
  chat: ChatRecord;
  owner: PersonRecord;
  others: PersonRecord[];
  draw: Random;
}

type Conversation = readonly string[];

const TALKS: Record<ChatRecord['flavour'], readonly Conversation[]> = {
  friend: FRIEND_TALKS,
  work: WORK_TALKS,
  group: GROUP_TALKS,
  bodies: GROUP_TALKS,
  media: FRIEND_TALKS,
  self: [SELF_NOTES],
  announcements: [ANNOUNCEMENTS],
};

/** Message ids are numbers of one installation, so chats need ranges that never meet. */
const IDS_PER_CHAT = 100_000;

export function messageID(chat: ChatRecord, ordinal: number): string {
  return String((chat.number + 1) * IDS_PER_CHAT + ordinal);
}

/** The whole story of a chat as it stood when the world began, oldest message first. */
export function writeHistory(
  { seed, account }: { seed: number; account: AccountRecord },
  chat: ChatRecord,
): MessageRecord[] {
  const owner = account.user;
  const others = chat.participants.filter((person) => person.id !== owner.id);
  const draw = createRandom(mixSeed(seed, 2, chat.number));
  const stage: Stage = { chat, owner, others, draw };
  const lines = [...readLines(stage), ...unreadLines(stage)];
  const times = timesBackFrom(chat.lastActivity, { count: lines.length, draw });
  const messages = lines.map((line, index) =>
    speak(stage, { line, ordinal: index + 1, timestamp: times[index] ?? chat.lastActivity }),
  );
  return flourish(messages, stage);
}

function readLines({ chat, draw }: Stage): string[] {
  const wanted = chat.readUpTo;
  const lines: string[] = [];
  const talks = talksOf(chat);
  while (lines.length < wanted) lines.push(...draw.pick(talks));
  return lines.slice(lines.length - wanted);
}

function unreadLines({ chat, draw }: Stage): string[] {
  const wanted = chat.history - chat.readUpTo;
  const lines: string[] = [];
  const talks = talksOf(chat);
  while (lines.length < wanted) lines.push(...draw.pick(talks).filter((line) => line[0] !== '>'));
  return lines.slice(0, wanted);
}

function talksOf(chat: ChatRecord): readonly Conversation[] {
  const foreign = FOREIGN_TALKS.find(({ spokenBy }) => spokenBy.test(chat.title));
  return chat.flavour === 'friend' && foreign ? [foreign.conversation] : TALKS[chat.flavour];
}

function timesBackFrom(last: number, { count, draw }: { count: number; draw: Random }): number[] {
  const times = [last];
  while (times.length < count) {
    const gap = draw.chance(0.15) ? draw.int(3, 60) * 3_600_000 : draw.int(15, 900) * 1_000;
    times.unshift((times[0] ?? last) - gap);
  }
  return times;
}

interface Line {
  line: string;
  ordinal: number;
  timestamp: number;
}

function speak(stage: Stage, { line, ordinal, timestamp }: Line): MessageRecord {
  const { chat, owner, others, draw } = stage;
  const isOwner = line.startsWith('>') || others.length === 0;
  const speaker = isOwner ? owner : (others[seatOf(line) % others.length] ?? owner);
  // Bridges often know no name and repeat the id instead.
  const isRaw = chat.network === 'WhatsApp' && !isOwner && draw.chance(0.1);
  return {
    id: messageID(chat, ordinal),
    ordinal,
    chatID: chat.id,
    senderID: speaker.id,
    senderName: isRaw ? speaker.id : speaker.fullName,
    isSender: isOwner,
    timestamp,
    ...content(stage, { text: line.slice(2), ordinal, isOwner }),
  };
}

function seatOf(line: string): number {
  return line.startsWith('<') ? 0 : Number(line[0]) - 1;
}

function content(
  { chat, draw }: Stage,
  { text, ordinal, isOwner }: { text: string; ordinal: number; isOwner: boolean },
): Partial<MessageRecord> {
  const serial = chat.number * 7 + ordinal;
  if (!isOwner && chat.flavour === 'media') return mediaOf(serial);
  if (!isOwner && chat.flavour === 'bodies') {
    const bodies = serial % 2 === 0 ? HTML_BODIES : HOSTILE_BODIES;
    return { type: 'TEXT', html: draw.pick(bodies) };
  }
  const html = escapeText(text);
  return { type: 'TEXT', html: draw.chance(0.5) ? `<p>${html}</p>` : html };
}
