import { describe, expect, test } from 'vitest';

import { eventually } from '../browsers/eventually';
import { OptionsPage } from './pages/options';
import { badgeIsRight, connect, unreadChat, useStage, withPopup } from './stage';

const OLD = [
  ['v4.2.600', '4.2.600'],
  ['v4.1.300', '4.1.300'],
] as const;

describe.each(OLD)('a Beeper of age %s', (age, version) => {
  const stage = useStage('chromium', { age, chats: 60, seed: 3 });

  test('connects, is named by its version, and is counted right', async () => {
    await connect(stage);
    const options = await OptionsPage.open(stage.companion);
    await eventually(async () => (await options.status()).includes(version));
    await options.close();
    await badgeIsRight(stage);
  });

  test('archives and takes reminders in its own form', async () => {
    const chat = unreadChat(stage);
    await withPopup(stage, async (popup) => {
      await popup.openMenu(chat.title);
      await popup.choose('In 1 hour');
      await eventually(() => stage.beeper.chat(chat.id).reminder !== null);
      await popup.pressButton(`Archive ${chat.title}`);
      await eventually(() => stage.beeper.chat(chat.id).isArchived);
      await badgeIsRight(stage);
    });
  });

  test('does not draw what it cannot do', async () => {
    await withPopup(stage, async (popup) => {
      await eventually(async () => (await popup.rows()).length > 0);
      const names = await popup.page.$$eval('button', (all) => all.map((one) => one.ariaLabel));
      expect(names.filter((name) => name?.startsWith('Archive'))).not.toHaveLength(0);
      expect(names.filter((name) => name?.startsWith('Mark'))).toHaveLength(0);
      await popup.press('?');
      await eventually(() => popup.says('Show these keys'));
      expect(await popup.says('Mute or unmute')).toBe(false);
    });
  });
});
