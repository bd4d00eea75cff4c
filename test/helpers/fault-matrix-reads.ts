import { expect } from 'vitest';

import { DAY, HOUR, MINUTE, SECOND } from '@/lib/base/time';
import type { Desk, DeskOptions } from './desk';
import { allNotifications } from './fake-browser';
import { asking, type Call, isGlimpse } from './fault-matrix';
import { writesTo } from './story';

export interface Read extends Call {
  options?: DeskOptions;
  scene(desk: Desk): Promise<Scene>;
}

export interface Scene {
  /** Leads to the call. */
  go(): Promise<void>;
  /** What else has to come right. */
  after?(): Promise<void>;
}

const SEARCH = /^\/v1\/chats\/search$/;
const SET = 'POST /v1/chats/:chatID/reminders';
const CLEAR = 'DELETE /v1/chats/:chatID/reminders';
const WALK = 6 * MINUTE;

const isLook = asking('GET', /^\/v1\/chats\/(?!search$)[^/]+$/);
const isMessages = asking('GET', /\/messages$/);

/** Of chats behind the newest two nothing is known but what is asked for by name. */
const FEW_NEWEST: DeskOptions = { switches: { chatPageSize: 2 } };

export const NEWEST: Read = {
  name: 'the newest chats',
  hits: asking('GET', /^\/v1\/chats$/),
  scene: async ({ poll }) => ({ go: poll }),
};

export const UNREAD: Read = {
  name: 'the unread chats',
  hits: asking('GET', SEARCH, { unreadOnly: 'true', cursor: undefined }),
  scene: async ({ poll }) => ({ go: poll }),
};

export const PAGE_2: Read = {
  name: 'page 2 of the unread chats',
  hits: ({ query }) => query.unreadOnly !== undefined && query.cursor !== undefined,
  scene: async ({ beeper, poll }) => {
    for (let chats = 0; chats < 201; chats += 1) beeper.addChat({ unreadCount: 1 });
    await poll();
    return { go: poll };
  },
};

export const VANISHED: Read = {
  name: 'a look at a chat that is no longer unread',
  hits: isLook,
  options: FEW_NEWEST,
  scene: async ({ beeper, clock, poll }) => {
    const chat = beeper.addChat({ unreadCount: 3, lastActivity: clock.now() - HOUR });
    await poll();
    return {
      go: async () => {
        beeper.readElsewhere(chat.id);
        await poll();
      },
    };
  },
};

export const BEFORE_A_BELL: Read = {
  name: 'a look at a chat whose reminder is about to ring',
  hits: isLook,
  scene: async ({ beeper, clock, poll }) => {
    const chat = beeper.addChat();
    const at = clock.now() + HOUR;
    beeper.setReminderElsewhere(chat.id, { remindAt: at });
    await poll();
    clock.set(at - MINUTE);
    return { go: poll, after: async () => expect(allNotifications()).toHaveLength(1) };
  },
};

export const LAST_MESSAGES: Read = {
  name: 'the last messages of a chat',
  hits: isMessages,
  options: FEW_NEWEST,
  scene: async ({ beeper, clock, chats, poll }) => {
    const lastActivity = clock.now() - DAY;
    const { id } = beeper.addChat({ unreadCount: 2, isMuted: true, lastActivity });
    return {
      go: poll,
      after: async () => expect((await chats()).get(id)?.preview?.text).toBeTruthy(),
    };
  },
};

export const SINCE_A_REMINDER: Read = {
  name: 'messages since a reminder was set',
  hits: isMessages,
  scene: async (desk) => {
    const { beeper, clock } = desk;
    const chat = beeper.addChat();
    await desk.poll();
    await desk.act(chat.id, { kind: 'remind', at: clock.now() + DAY, dismissOnIncoming: true });
    clock.advance(SECOND);
    beeper.receive(chat.id, { text: 'Hello?' });
    beeper.readElsewhere(chat.id);
    return {
      go: desk.poll,
      after: async () => {
        expect(await desk.reminder(chat.id)).toMatchObject({ bell: 'done' });
        expect(writesTo(desk, chat)).toStrictEqual([SET, CLEAR]);
      },
    };
  },
};

export const AT_A_BELL: Read = {
  name: 'messages at the moment a reminder rings',
  hits: isMessages,
  scene: async (desk) => {
    const { beeper, clock } = desk;
    const chat = beeper.addChat();
    const at = clock.now() + HOUR;
    await desk.poll();
    await desk.act(chat.id, { kind: 'remind', at, dismissOnIncoming: true });
    return {
      go: async () => {
        clock.set(at);
        await desk.happen(({ alarm }) => alarm('reminders'));
        expect(allNotifications()).toHaveLength(1);
      },
      after: async () => expect(allNotifications()).toHaveLength(1),
    };
  },
};

export const WALK_ARCHIVE: Read = {
  name: 'the walk through the archive',
  hits: asking('GET', SEARCH, { inbox: 'archive' }),
  scene: async ({ beeper, clock, poll }) => {
    clock.advance(WALK);
    beeper.addChat({ isArchived: true, lastActivity: clock.now() - DAY });
    return { go: poll };
  },
};

export const WALK_ACCOUNTS: Read = {
  name: 'the accounts, asked anew by the walk',
  hits: asking('GET', /^\/v1\/accounts$/),
  scene: async ({ clock, poll }) => {
    clock.advance(WALK);
    return { go: poll };
  },
};

export const WALK_INFO: Read = {
  name: 'the info, asked anew by the walk',
  hits: asking('GET', /^\/v1\/info$/),
  scene: async ({ clock, poll }) => {
    clock.advance(WALK);
    return { go: poll };
  },
};

export const BACK_AGAIN: Read = {
  name: 'who it is that answers again',
  hits: isGlimpse,
  scene: async ({ beeper, poll }) => {
    await beeper.fault('down');
    await poll();
    await beeper.heal();
    return { go: poll };
  },
};
