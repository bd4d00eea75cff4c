import { describe, expect, test } from 'vitest';

import { eventually } from '../browsers/eventually';
import {
  badgeIsRight,
  BROWSERS,
  connect,
  type Stage,
  unreadChat,
  useStage,
  withPopup,
} from './stage';

const POLL_BY_ALARM_MS = 75_000;

describe.each(BROWSERS)('the main job in %s', (browser) => {
  const stage = useStage(browser, { chats: 60, seed: 11 });

  test('before it is connected the popup says how to connect', async () => {
    await withPopup(stage, async (popup) => {
      await eventually(() => popup.hasHeading('Connect to Beeper'));
      expect(await popup.hasButton('Open settings')).toBe(true);
    });
    const { text, title } = await stage.companion.badge();
    expect(text).toBe('');
    expect(title).toContain('connect');
  });

  test('a token pasted in the options connects, and the badge shows the unread number', async () => {
    await connect(stage);
    await badgeIsRight(stage);
    expect((await stage.companion.badge()).title).toContain('WhatsApp: ');
  });

  describe.each([
    ['with the worker alive', noStop],
    ['with the worker stopped in between', stop],
  ])('%s', (_how, between) => {
    test('the badge follows a message and a reading elsewhere', async () => {
      const chat = unreadChat(stage);
      stage.beeper.receive(chat.id, { text: 'Are you there?' });
      await between(stage);
      await withPopup(stage, async () => {
        await badgeIsRight(stage);
        stage.beeper.readElsewhere(chat.id);
        await between(stage);
      });
      await withPopup(stage, () => badgeIsRight(stage));
    });

    test('archiving reaches Beeper once, and Undo brings the chat back', async () => {
      const chat = unreadChat(stage);
      stage.beeper.clearRequests();
      await withPopup(stage, async (popup) => {
        await popup.pressButton(`Archive ${chat.title}`);
        await between(stage);
        await eventually(async () => (await popup.notice()).includes(`Archived ${chat.title}`));
        await eventually(() => stage.beeper.chat(chat.id).isArchived, { timeoutMs: 45_000 });
        expect(await popup.row(chat.title)).toBeUndefined();
        await badgeIsRight(stage);

        await popup.pressButton('Undo');
        await between(stage);
        await eventually(() => !stage.beeper.chat(chat.id).isArchived, { timeoutMs: 45_000 });
        await eventually(() => popup.row(chat.title));
      });
      expect(stage.beeper.writes().map(({ body }) => body)).toEqual([
        { archived: true },
        { archived: false },
      ]);
      await badgeIsRight(stage);
    });

    test('a chat is marked as read and as unread again', async () => {
      const chat = unreadChat(stage);
      await withPopup(stage, async (popup) => {
        await popup.goTo('Inbox');
        await popup.pressButton(`Mark ${chat.title} as read`);
        await between(stage);
        await eventually(() => stage.beeper.chat(chat.id).unreadCount === 0);
        await popup.pressButton(`Mark ${chat.title} as unread`);
        await between(stage);
        await eventually(() => stage.beeper.chat(chat.id).isMarkedUnread);
        await badgeIsRight(stage);
      });
      stage.beeper.receive(chat.id, { text: 'One more thing' });
    });

    test('a preset reminder is set on Beeper, shown in the list, and cleared', async () => {
      const chat = unreadChat(stage);
      stage.beeper.clearRequests();
      await withPopup(stage, async (popup) => {
        const offered = await popup.openMenu(chat.title);
        expect(offered).toContainEqual(expect.stringMatching(/^In 1 hour, .*\d/));
        await popup.choose('Tomorrow');
        await between(stage);
        await eventually(() => stage.beeper.chat(chat.id).reminder !== null);
        await popup.goTo('Reminders');
        await eventually(async () => (await popup.row(chat.title))?.includes('reminder'));
        await popup.openMenu(chat.title);
        await popup.choose('Clear reminder');
        await between(stage);
        await eventually(() => stage.beeper.chat(chat.id).reminder === null);
        await eventually(async () => (await popup.row(chat.title)) === undefined);
      });
      const routes = stage.beeper.writes().map(({ method, status }) => [method, status]);
      expect(routes).toEqual([
        ['POST', 204],
        ['DELETE', 204],
      ]);
    });
  });

  test('the chat opens in Beeper', async () => {
    const chat = unreadChat(stage);
    await withPopup(stage, async (popup) => {
      await popup.pressButton(`Open ${chat.title} in Beeper`);
      await eventually(async () => (await popup.notice()).includes(`Opened ${chat.title}`));
    });
    const opened = stage.beeper.requests.filter(({ path }) => path === '/v1/focus');
    expect(opened.map(({ body }) => body)).toEqual([{ chatID: chat.id }]);
  });

  test(
    'with nobody looking the badge follows by alarm, also after the worker was stopped',
    async () => {
      await stage.companion.stopWorker();
      stage.beeper.receive(unreadChat(stage).id, { text: 'Knock knock' });
      await badgeIsRight(stage, POLL_BY_ALARM_MS);
    },
    POLL_BY_ALARM_MS + 10_000,
  );
});

async function noStop(): Promise<void> {
  // The worker goes on as it is.
}

function stop({ companion }: Stage): Promise<void> {
  return companion.stopWorker();
}
