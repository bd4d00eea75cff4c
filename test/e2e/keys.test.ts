import { describe, expect, test } from 'vitest';

import { eventually } from '../browsers/eventually';
import { badgeIsRight, BROWSERS, connect, unreadChat, useStage, withPopup } from './stage';

describe.each(BROWSERS)('keys in %s', (browser) => {
  const stage = useStage(browser, { chats: 40, seed: 8 });

  test('j moves, e archives and goes to the next, z takes it back, all from the keyboard', async () => {
    await connect(stage);
    await withPopup(stage, async (popup) => {
      const focused = () => popup.page.evaluate(() => document.activeElement?.ariaLabel ?? '');
      const rows = await eventually(async () => {
        const shown = await popup.rows();
        return shown.length > 3 && (await focused()) === shown[0] ? shown : undefined;
      });
      await popup.press('j');
      expect(await focused()).toBe(rows[1]);
      await popup.press('e');
      await eventually(async () => (await focused()) === rows[2]);
      await eventually(async () => (await popup.notice()).startsWith('Archived'));
      await popup.press('z');
      await eventually(async () => (await popup.rows()).includes(rows[1] ?? ''));
      await eventually(() => stage.beeper.writes().length % 2 === 0);
    });
  });

  test('m mutes, which takes the chat out of the number, and again brings it back', async () => {
    const chat = unreadChat(stage);
    await withPopup(stage, async (popup) => {
      const isMuted = async () => (await popup.row(chat.title))?.includes(', muted') ?? false;
      await popup.search(chat.title);
      await eventually(async () => (await popup.row(chat.title)) !== undefined);
      await popup.press('ArrowDown');
      await popup.press('m');
      await eventually(isMuted);
      await eventually(async () => (await popup.notice()).startsWith(`Muted ${chat.title}`));
      await eventually(() => stage.beeper.chat(chat.id).isMuted);
      await badgeIsRight(stage);
      await popup.press('m');
      await eventually(async () => !(await isMuted()));
      await eventually(() => !stage.beeper.chat(chat.id).isMuted);
      await badgeIsRight(stage);
      await popup.press('?');
      await eventually(() => popup.says('Mute or unmute'));
    });
  });

  test('keys do nothing while typing, and Esc goes back a step', async () => {
    stage.beeper.clearRequests();
    await withPopup(stage, async (popup) => {
      await eventually(async () => (await popup.rows()).length > 0);
      await popup.press('/');
      await popup.page.keyboard.type('heuze');
      expect(await popup.page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
      await popup.press('Escape');
      await eventually(async () => (await popup.rows()).length > 0);
    });
    expect(stage.beeper.writes()).toEqual([]);
  });

  test.each(['.', 'h', 'f'] as const)(
    'what opens with %s stands whole; a press beside it only closes it',
    async (key) => {
      await withPopup(stage, async (popup) => {
        const { page } = popup;
        const focused = () => page.evaluate(() => document.activeElement?.ariaLabel ?? '');
        const rows = await eventually(async () => {
          const shown = await popup.rows();
          return shown.length > 3 && (await focused()) === shown[0] ? shown : undefined;
        });
        await popup.press('j');
        stage.beeper.clearRequests();
        await popup.press(key);
        await eventually(() => page.$('[popover]:popover-open :focus'));
        const isWhole = await page.$eval('[popover]', (opened) => {
          const { top, bottom, left, right } = opened.getBoundingClientRect();
          return top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth;
        });
        expect(isWhole).toBe(true);
        // On the avatar of a row, or on the search box above the filters.
        await page.mouse.click(30, key === 'f' ? 20 : 500);
        await eventually(async () => !(await page.$('[popover]')));
        await eventually(async () => (await focused()) === rows[1]);
        expect(await page.$('.is-selected')).toBeNull();
      });
      expect(stage.beeper.writes()).toEqual([]);
    },
  );

  test("a time of one's own is picked from the keyboard, and one in the past is not taken", async () => {
    await withPopup(stage, async (popup) => {
      const [first = ''] = await eventually(async () => {
        const shown = await popup.rows();
        return shown.length > 0 ? shown : undefined;
      });
      const chat = [...stage.beeper.chats.values()].find(({ title }) =>
        first.startsWith(`${title},`),
      );
      await popup.press('h');
      await popup.choose('Pick a time');
      const setTo = (value: string) =>
        popup.page.$eval('input[type=datetime-local]', (field, to) => (field.value = to), value);
      await popup.page.$eval('input[type=datetime-local]', (field) => field.removeAttribute('min'));
      await setTo('2020-01-01T09:00');
      await popup.press('Enter');
      await eventually(() => popup.says('That time has passed'));
      await setTo('2040-06-01T09:30');
      await popup.pressButton('Set reminder');
      await eventually(() => chat && stage.beeper.chat(chat.id).reminder);
      const at = new Date(stage.beeper.chat(chat?.id ?? '').reminder?.remindAt ?? 0);
      expect([at.getFullYear(), at.getHours(), at.getMinutes()]).toEqual([2040, 9, 30]);
    });
  });

  test('a time is typed in words and the chat archived with it, taken back at once, and again with H', async () => {
    const { id, title = '' } = unreadChat(stage);
    const at = new Date('2040-12-25T08:00').getTime();
    const isDone = () => {
      const { reminder, isArchived } = stage.beeper.chat(id);
      return isArchived && reminder?.remindAt === at;
    };
    await withPopup(stage, async (popup) => {
      await popup.search(title);
      await eventually(async () => (await popup.row(title)) !== undefined);
      await popup.press('ArrowDown');
      await popup.press('h');
      await popup.waitFor({ role: 'menu', name: 'Remind me' });
      await popup.press('End');
      await popup.press('ArrowUp');
      await popup.press('Enter');
      await popup.page.keyboard.type('dec 25 2040');
      await popup.page.keyboard.type(' nonsense');
      await eventually(() => popup.says('Not understood'));
      await popup.press('Enter');
      for (const _ of ' nonsense') await popup.press('Backspace');
      await popup.page.keyboard.type(' 8:00');
      await eventually(() => popup.says('Tue, Dec 25, 2040, 8:00 AM'));
      await popup.press('Enter');
      await eventually(isDone);
      await eventually(async () => (await popup.notice()).startsWith(`Reminder for ${title} set`));
      await popup.press('z');
      await eventually(() => {
        const { reminder, isArchived } = stage.beeper.chat(id);
        return !isArchived && !reminder;
      });
      await popup.page.keyboard.down('Shift');
      await popup.press('H');
      await popup.page.keyboard.up('Shift');
      await eventually(isDone);
      await popup.press('Escape');
      await popup.goTo('Reminders');
      expect(await popup.openMenu(title)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^Again: dec 25 2040 8:00, /)]),
      );
      expect(await popup.says('Set for Dec 25')).toBe(true);
      stage.beeper.clearRequests();
      await popup.choose('Now');
      await eventually(() => !stage.beeper.chat(id).reminder);
      await eventually(() => stage.beeper.requests.some(({ path }) => path === '/v1/focus'));
    });
  });
});
