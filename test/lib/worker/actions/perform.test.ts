import { describe, expect, it } from 'vitest';

import { HOUR } from '@/lib/base/time';
import { createBeeperApi } from '@/lib/beeper/client';
import type { Intent } from '@/lib/model/actions/intent';
import type { ReminderForm } from '@/lib/model/chats/features';
import { perform } from '@/lib/worker/actions/perform';
import type { Age } from '../../../beeper/age';
import { openBeeper } from '../../../beeper/support';
import { NOON } from '../../../helpers/clock';
import { REACH } from '../../../helpers/reach';

const REMIND: Intent = { kind: 'remind', at: NOON + HOUR, dismissOnIncoming: true };

async function open(age: Age = 'current') {
  const beeper = await openBeeper({ age, chats: 2 });
  const chat = beeper.addChat();
  const environment = { ...REACH, now: () => NOON };
  const api = createBeeperApi({ baseUrl: beeper.url, token: beeper.token }, environment);
  return { beeper, chat, api };
}

describe('setting a reminder', () => {
  it.each<[Age, ReminderForm, ReminderForm, number]>([
    ['current', 'iso', 'iso', 1],
    ['current', 'ms', 'iso', 2],
    ['v4.2.600', 'ms', 'ms', 1],
    ['v4.2.600', 'iso', 'ms', 2],
  ])(
    'at Beeper %s trying %s first finds out that it takes %s',
    async (age, likely, form, times) => {
      const { beeper, chat, api } = await open(age);
      const performed = await perform(api, chat.id, REMIND, { reminderForm: likely });
      expect(performed).toStrictEqual({ reminderForm: form });
      expect(beeper.writes()).toHaveLength(times);
      expect(chat.reminder).toStrictEqual({
        remindAt: NOON + HOUR,
        dismissOnIncomingMessage: true,
      });
    },
  );

  it('does not try the other form for another trouble', async () => {
    const { beeper, chat, api } = await open();
    await beeper.fault('500');
    await expect(perform(api, chat.id, REMIND, { reminderForm: 'iso' })).rejects.toThrow(
      'serverTrouble',
    );
    expect(beeper.writes()).toHaveLength(1);
  });
});

describe('archiving a pinned chat', () => {
  it.each([{ isArchived: false }, {}])(
    'is not believed when it says %j afterwards',
    async (said) => {
      const { api, chat } = await open();
      const silent = {
        ...api,
        archive: () => Promise.resolve(),
        chat: () => Promise.resolve(said),
      };
      const known = { reminderForm: 'iso', isPinned: true } as const;
      await expect(perform(silent, chat.id, { kind: 'archive' }, known)).rejects.toThrow('pinned');
    },
  );
});

describe('clearing a reminder', () => {
  it('is done when there is none, even where that is an error', async () => {
    const { beeper, chat, api } = await open();
    await beeper.fault('404');
    await expect(
      perform(api, chat.id, { kind: 'clearReminder' }, { reminderForm: 'iso' }),
    ).resolves.toStrictEqual({});
  });
});

describe('archiving a pinned chat', () => {
  const known = { reminderForm: 'iso', isPinned: true } as const;

  it.each(['ignored', 'refused'] as const)('is not done where Beeper has it %s', async (reply) => {
    const { beeper, chat, api } = await open();
    beeper.switches.pinnedArchiving = reply;
    beeper.pinElsewhere(chat.id);
    await expect(perform(api, chat.id, { kind: 'archive' }, known)).rejects.toThrow('pinned');
    expect(chat.isArchived).toBe(false);
  });

  it('is done where Beeper takes it', async () => {
    const { beeper, chat, api } = await open();
    beeper.pinElsewhere(chat.id);
    await expect(perform(api, chat.id, { kind: 'archive' }, known)).resolves.toStrictEqual({});
    expect(chat.isArchived).toBe(true);
  });

  it('that fails otherwise says why', async () => {
    const { beeper, chat, api } = await open();
    await beeper.fault('500');
    await expect(perform(api, chat.id, { kind: 'archive' }, known)).rejects.toThrow(
      'serverTrouble',
    );
  });
});

describe('changing a chat', () => {
  it.each<[Intent, object]>([
    [{ kind: 'mute' }, { isMuted: true }],
    [{ kind: 'unmute' }, { isMuted: false }],
    [{ kind: 'pin' }, { isPinned: true }],
    [{ kind: 'unpin' }, { isPinned: false }],
    [{ kind: 'lowPriority' }, { isLowPriority: true }],
    [{ kind: 'normalPriority' }, { isLowPriority: false }],
  ])('%j is a new Beeper told as %j, and more than an old one can do', async (intent, body) => {
    const { beeper, chat, api } = await open();
    await perform(api, chat.id, intent, { reminderForm: 'iso' });
    expect(chat).toMatchObject(body);
    expect(beeper.writes()).toMatchObject([{ method: 'PATCH', body }]);
    const old = await open('v4.2.600');
    const attempt = perform(old.api, old.chat.id, intent, { reminderForm: 'ms' });
    await expect(attempt).rejects.toThrow('tooOld');
  });
});

describe('marking', () => {
  it.each<[Intent, boolean]>([
    [{ kind: 'markUnread' }, true],
    [{ kind: 'markRead' }, false],
  ])('%j reaches a new Beeper', async (intent, isMarkedUnread) => {
    const { chat, api } = await open();
    await perform(api, chat.id, intent, { reminderForm: 'iso' });
    expect(chat.isMarkedUnread).toBe(isMarkedUnread);
  });

  it('is more than an old Beeper can do', async () => {
    const { chat, api } = await open('v4.2.600');
    await expect(
      perform(api, chat.id, { kind: 'markRead' }, { reminderForm: 'ms' }),
    ).rejects.toThrow('tooOld');
  });
});
