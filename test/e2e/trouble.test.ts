import { describe, expect, test } from 'vitest';

import { eventually } from '../browsers/eventually';
import { OptionsPage } from './pages/options';
import {
  badgeIsRight,
  BROWSERS,
  connect,
  expectedBadge,
  unreadChat,
  useStage,
  withPopup,
} from './stage';

describe.each(BROWSERS)('trouble in %s', (browser) => {
  const stage = useStage(browser, { chats: 40, seed: 2 });

  test('Beeper away: the last number stays, greyed, and recovers by itself', async () => {
    await connect(stage);
    await badgeIsRight(stage);
    const colour = (await stage.companion.badge()).color;
    const before = expectedBadge(stage);
    await stage.beeper.fault('down');
    await withPopup(stage, async (popup) => {
      await eventually(async () => (await popup.foot()).includes('Beeper is not running'), {
        timeoutMs: 20_000,
      });
      expect(await popup.hasButton('Open Beeper')).toBe(true);
      const away = await stage.companion.badge();
      expect(away.text).toBe(before);
      expect(away.title).toContain('Beeper is not running');
      expect(away.color).not.toEqual(colour);
      await stage.beeper.heal();
      await eventually(() => popup.isFresh());
      expect((await stage.companion.badge()).color).toEqual(colour);
    });
  });

  test('an act while Beeper is away waits, and is done when it is back', async () => {
    const chat = unreadChat(stage);
    await withPopup(stage, async (popup) => {
      await eventually(() => popup.row(chat.title));
      await stage.beeper.fault('down');
      await popup.pressButton(`Archive ${chat.title}`);
      await eventually(async () => (await popup.notice()).includes('Beeper is not running'));
      expect(await popup.hasButton('Try again')).toBe(true);
      expect(await popup.row(chat.title)).toBeUndefined();
      await stage.beeper.heal();
      await eventually(() => stage.beeper.chat(chat.id).isArchived, { timeoutMs: 15_000 });
    });
  });

  test('an act that Beeper refuses is taken back on screen and may be tried again', async () => {
    const chat = unreadChat(stage);
    await withPopup(stage, async (popup) => {
      await eventually(() => popup.row(chat.title));
      await stage.beeper.fault('403', { when: ({ path }) => path.endsWith('/archive') });
      await popup.pressButton(`Archive ${chat.title}`);
      await eventually(async () =>
        (await popup.notice()).includes(`Could not archive ${chat.title}`),
      );
      await eventually(() => popup.row(chat.title));
      await stage.beeper.heal();
      await popup.pressInRow(chat.title, 'Try again');
      await eventually(() => stage.beeper.chat(chat.id).isArchived);
    });
  });

  test('a token that is withdrawn shows "!" and says what to do', async () => {
    stage.beeper.revoke(stage.beeper.token);
    await withPopup(stage, async (popup) => {
      // Live, and just polled: the next look is half a minute away.
      await eventually(async () => (await popup.foot()).includes('Beeper rejected the token'), {
        timeoutMs: 45_000,
      });
      expect(await popup.hasButton('Open settings')).toBe(true);
    });
    expect((await stage.companion.badge()).text).toBe('!');
    const options = await OptionsPage.open(stage.companion);
    await eventually(async () => (await options.status()).includes('Beeper rejected the token'));
    await options.close();
  });

  test('a new token mends it, and Disconnect forgets everything', async () => {
    await connect(stage, stage.beeper.issueToken(['read', 'write']));
    await badgeIsRight(stage);
    const options = await OptionsPage.open(stage.companion);
    await options.disconnect();
    await eventually(async () => (await options.status()).includes('Not connected'));
    await options.close();
    expect((await stage.companion.badge()).text).toBe('');
    await withPopup(stage, (popup) => eventually(() => popup.hasHeading('Connect to Beeper')));
  });
});
