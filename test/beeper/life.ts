import { createRandom, type Random } from './random';
import type { Beeper } from './server';
import { FRIEND_TALKS } from './seed/talks-friends';
import { isUnread, type ChatRecord } from './world/records';

export interface Life {
  /** Lets exactly one thing happen and says what it was. */
  step(): string;
  start(intervalMs: number): void;
  stop(): void;
}

export interface LifeOptions {
  seed: number;
  log?: (line: string) => void;
}

interface Scene {
  weight: number;
  /** Which chats it can happen to. */
  fits: (chat: ChatRecord) => boolean;
  play: (stage: { beeper: Beeper; chat: ChatRecord; draw: Random }) => string;
}

const HOUR = 3_600_000;

/** What the owner and other people do while the extension watches. */
const SCENES: readonly Scene[] = [
  {
    weight: 10,
    fits: (chat) => chat.flavour !== 'self',
    play: ({ beeper, chat, draw }) => {
      const text = draw.pick(draw.pick(FRIEND_TALKS)).slice(2);
      const { senderName = 'Someone' } = beeper.receive(chat.id, { text });
      return `${senderName} writes in ${chat.title}: ${text}`;
    },
  },
  {
    weight: 5,
    fits: isUnread,
    play: ({ beeper, chat }) => {
      beeper.readElsewhere(chat.id);
      return `${chat.title} is read on the phone`;
    },
  },
  toggle('archiveElsewhere', 'isArchived', ['is archived on the phone', 'is back in the inbox']),
  toggle('muteElsewhere', 'isMuted', ['is muted on the phone', 'is heard again']),
  toggle('lowPriorityElsewhere', 'isLowPriority', ['becomes low priority', 'matters again']),
  {
    weight: 2,
    fits: (chat) => !isUnread(chat),
    play: ({ beeper, chat }) => {
      beeper.markUnreadElsewhere(chat.id);
      return `${chat.title} is marked unread on the phone`;
    },
  },
  {
    weight: 2,
    fits: (chat) => chat.reminder === null,
    play: ({ beeper, chat, draw }) => {
      const hours = draw.int(1, 72);
      beeper.setReminderElsewhere(chat.id, { remindAt: beeper.world.now() + hours * HOUR });
      return `A reminder for ${chat.title} is set for ${hours} h from now`;
    },
  },
  {
    weight: 1,
    fits: (chat) => chat.reminder !== null,
    play: ({ beeper, chat }) => {
      beeper.ringReminder(chat.id);
      return `The reminder for ${chat.title} rings`;
    },
  },
  {
    weight: 1,
    fits: () => true,
    play: ({ beeper, draw }) => {
      const chat = beeper.addChat();
      beeper.receive(chat.id, {
        text: draw.pick(['Hello! Is this the right number?', 'Hi there 👋']),
      });
      return `A new chat begins: ${chat.title}`;
    },
  },
];

export function createLife(beeper: Beeper, { seed, log = () => undefined }: LifeOptions): Life {
  const draw = createRandom(seed);
  let timer: NodeJS.Timeout | undefined;
  const step = (): string => {
    const line = playOne(beeper, draw);
    log(line);
    return line;
  };
  const stop = (): void => clearInterval(timer);
  const start = (intervalMs: number): void => {
    stop();
    timer = setInterval(step, intervalMs);
    timer.unref();
  };
  return { step, start, stop };
}

function playOne(beeper: Beeper, draw: Random): string {
  const scene = pickScene(draw);
  const fitting = [...beeper.chats.values()].filter(scene.fits);
  if (fitting.length === 0) return 'Nothing happens';
  return scene.play({ beeper, chat: pickRecent(fitting, draw), draw });
}

/** Life goes on mostly where it went on before. */
function pickRecent(chats: ChatRecord[], draw: Random): ChatRecord {
  const recent = chats.toSorted((a, b) => b.lastActivity - a.lastActivity);
  return draw.pick(draw.chance(0.7) ? recent.slice(0, 12) : recent);
}

function pickScene(draw: Random): Scene {
  const total = SCENES.reduce((sum, { weight }) => sum + weight, 0);
  let left = draw.next() * total;
  for (const scene of SCENES) {
    left -= scene.weight;
    if (left < 0) return scene;
  }
  return draw.pick(SCENES);
}

function toggle(
  action: 'archiveElsewhere' | 'muteElsewhere' | 'lowPriorityElsewhere',
  flag: 'isArchived' | 'isMuted' | 'isLowPriority',
  [on, off]: readonly [string, string],
): Scene {
  return {
    weight: 2,
    fits: () => true,
    play: ({ beeper, chat }) => {
      const isOn = !chat[flag];
      beeper[action](chat.id, isOn);
      return `${chat.title} ${isOn ? on : off}`;
    },
  };
}
