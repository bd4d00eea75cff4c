import { describe, expect, test } from 'vitest';

import { SECOND } from '@/lib/base/time';
import { eventually } from '../browsers/eventually';
import { BROWSERS, connect, unreadChat, useStage, withPopup } from './stage';

const RINGS_WITHIN_MS = 60_000;

describe.each(BROWSERS)('reminders in %s', (browser) => {
  const stage = useStage(browser, { chats: 40, seed: 5 });

  const showing = async (chatID: string) =>
    (await stage.companion.notifications()).filter((id) => id.endsWith(chatID));

  test('one set in Beeper itself rings here, once, and a click opens the chat', async () => {
    await connect(stage);
    const { id } = unreadChat(stage);
    stage.beeper.setReminderElsewhere(id, { remindAt: Date.now() + 4 * SECOND });
    await withPopup(stage, () =>
      eventually(async () => (await showing(id)).length === 1, { timeoutMs: RINGS_WITHIN_MS }),
    );
    const [notification = ''] = await showing(id);
    stage.beeper.clearRequests();
    await stage.companion.clickNotification(notification);
    await eventually(() => stage.beeper.requests.some(({ path }) => path === '/v1/focus'));
    await eventually(async () => (await showing(id)).length === 0);
  });

  test('one rings although the worker was stopped after it was set', async () => {
    const { id } = unreadChat(stage);
    stage.beeper.setReminderElsewhere(id, { remindAt: Date.now() + 6 * SECOND });
    await withPopup(stage, async (popup) => {
      await popup.goTo('Reminders');
      await eventually(async () => (await popup.rows()).length > 0);
    });
    await stage.companion.stopWorker();
    await eventually(async () => (await showing(id)).length === 1, { timeoutMs: RINGS_WITHIN_MS });
    await stage.companion.stopWorker();
    await withPopup(stage, async (popup) => {
      await popup.goTo('Reminders');
      await eventually(async () => (await popup.rows()).some((row) => row.includes('was due')));
    });
    expect(await showing(id)).toHaveLength(1);
  });

  test('where Beeper refuses reminders it lives in this browser, and the person is told', async () => {
    const chat = unreadChat(stage);
    stage.beeper.switches.remindersRefused = true;
    await withPopup(stage, async (popup) => {
      await popup.openMenu(chat.title);
      await popup.choose('In 1 hour');
      await eventually(async () => (await popup.notice()).includes('rings in this browser'));
      await popup.goTo('Reminders');
      await eventually(async () => (await popup.row(chat.title))?.includes('in this browser only'));
    });
    stage.beeper.switches.remindersRefused = false;
  });
});

describe('a ringing reminder in chromium', () => {
  const stage = useStage('chromium', { chats: 40, seed: 5 });

  test('snoozes for an hour by its second button', async () => {
    await connect(stage);
    const { id } = unreadChat(stage);
    stage.beeper.setReminderElsewhere(id, { remindAt: Date.now() + 3 * SECOND });
    const ringing = await withPopup(stage, () =>
      eventually(
        async () => (await stage.companion.notifications()).find((shown) => shown.endsWith(id)),
        { timeoutMs: RINGS_WITHIN_MS },
      ),
    );
    const before = Date.now();
    await stage.companion.clickNotification(ringing, 1);
    const snoozed = await eventually(() => {
      const at = stage.beeper.chat(id).reminder?.remindAt ?? 0;
      return at > before + 3000 * SECOND ? at : undefined;
    });
    expect(snoozed - before).toBeLessThan(3700 * SECOND);
  });
});
