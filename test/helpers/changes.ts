import { createRandom, type Random } from '../beeper/random';
import type { Beeper } from '../beeper/server';
import { type ChatRecord, isUnread } from '../beeper/world/records';

type Draw = { beeper: Beeper; draw: Random };

interface Change {
  weight: number;
  make: (world: Draw & { chat: ChatRecord }) => string;
}

/** Everything that can change an unread number while the companion looks away. */
const CHANGES: readonly Change[] = [
  change(8, 'a message', ({ beeper, chat }) => beeper.receive(chat.id, { text: 'Hello' })),
  change(2, 'a reaction', ({ beeper, chat }) =>
    beeper.receive(chat.id, { type: 'REACTION', isQuiet: true }),
  ),
  change(4, 'read', ({ beeper, chat, draw }) => beeper.readElsewhere(unread(beeper, draw, chat))),
  change(3, 'marked unread', ({ beeper, chat }) => beeper.markUnreadElsewhere(chat.id)),
  change(3, 'archived or back', ({ beeper, chat }) =>
    beeper.archiveElsewhere(chat.id, !chat.isArchived),
  ),
  change(2, 'muted or not', ({ beeper, chat }) => beeper.muteElsewhere(chat.id, !chat.isMuted)),
  change(2, 'low priority or not', ({ beeper, chat }) =>
    beeper.lowPriorityElsewhere(chat.id, !chat.isLowPriority),
  ),
  change(1, 'a reminder rings', ({ beeper, chat }) => beeper.ringReminder(chat.id)),
  change(1, 'left', ({ beeper, chat }) => beeper.leave(chat.id)),
  { weight: 1, make: begin },
];

export interface Changes {
  /** Lets one thing happen and says what it was. */
  next(): string;
}

/** The same changes for the same seed. */
export function createChanges(beeper: Beeper, seed: number): Changes {
  const draw = createRandom(seed);
  const drawn = CHANGES.flatMap((one) => Array.from({ length: one.weight }, () => one));
  return { next: () => draw.pick(drawn).make({ beeper, draw, chat: anyChat(beeper, draw) }) };
}

/** Half of what happens happens where something happened lately. */
function anyChat(beeper: Beeper, draw: Random): ChatRecord {
  const chats = [...beeper.chats.values()].toSorted((a, b) => b.lastActivity - a.lastActivity);
  return draw.pick(draw.chance(0.5) ? chats.slice(0, 10) : chats);
}

function unread(beeper: Beeper, draw: Random, fallback: ChatRecord): string {
  const chats = [...beeper.chats.values()].filter(isUnread);
  return draw.pick(chats.length > 0 ? chats : [fallback]).id;
}

function begin({ beeper, draw }: Draw): string {
  const chat = beeper.addChat({
    unreadCount: draw.int(0, 3),
    isMuted: draw.chance(0.2),
    isLowPriority: draw.chance(0.2),
    isMarkedUnread: draw.chance(0.2),
  });
  return `${chat.title}: new`;
}

function change(
  weight: number,
  name: string,
  act: (world: Draw & { chat: ChatRecord }) => unknown,
): Change {
  return {
    weight,
    make: (world) => {
      act(world);
      return `${world.chat.title}: ${name}`;
    },
  };
}
