import type { KeyInput } from 'puppeteer-core';
import { expect, describe, test } from 'vitest';

import { type Age, isRich } from '../beeper/age';
import type { ChatRecord } from '../beeper/world/records';
import type { BrowserName } from '../browsers/companion';
import { eventually } from '../browsers/eventually';
import { exists, find, namesOf, textOf } from './pages/by-role';
import type { PopupPage } from './pages/popup';
import { connect, type Stage, useStage, withPopup } from './stage';

const FIRST = ['Archive', 'Remind me…', 'Reply'];
const LAST = ['Peek at the last messages', 'Details', 'Open in Beeper'];
const MENUS = {
  rich: [...FIRST, 'Mark as read', 'Mute', 'Pin', 'Move to low priority', ...LAST],
  old: [...FIRST, ...LAST],
};

const STAGES: [BrowserName, Age][] = [
  ['chromium', 'current'],
  ['chromium', 'v4.2.600'],
  ['chromium', 'v4.1.300'],
  ['firefox', 'current'],
];

/** A group of which several pages have been said, some of it unread. */
function family({ beeper }: Stage): ChatRecord {
  const found = [...beeper.chats.values()].find(({ title }) => title === 'Family');
  if (!found || found.history < 4 * PAGE) throw new Error('The seed has no such chat.');
  return found;
}

const PAGE = 4;

/** Keys pressed one after the other, on the row of a chat. */
async function pressOn(popup: PopupPage, chat: ChatRecord, ...keys: KeyInput[]): Promise<void> {
  await eventually(async () => (await popup.focused()).startsWith(`${chat.title},`), {
    message: `The focus on ${chat.title}`,
  });
  for (const key of keys) await popup.press(key);
}

describe.each(STAGES)('all that can be done with a chat: %s, Beeper %s', (browser, age) => {
  const stage = useStage(browser, { age, switches: { messagePageSize: PAGE } });

  test('is on its menu and its keys, and what this Beeper cannot is not there', async () => {
    await connect(stage);
    const chat = family(stage);
    const { beeper } = stage;
    await withPopup(stage, async (popup) => {
      const peek = { role: 'dialog', name: `Last messages of ${chat.title}` };
      const details = { role: 'dialog', name: `About ${chat.title}` };
      const says = (text: string) => eventually(() => popup.says(text), { message: text });
      const rowSays = (words: string, wanted = true) =>
        eventually(async () => (await popup.row(chat.title))?.includes(words) === wanted);

      await popup.search(chat.title);
      await eventually(async () => (await popup.row(chat.title)) !== undefined);
      await popup.press('ArrowDown');

      await pressOn(popup, chat, '.');
      const menu = await find(popup.page, { role: 'menu', name: `More for ${chat.title}` });
      expect(await namesOf(menu, 'menuitem')).toStrictEqual(MENUS[isRich(age) ? 'rich' : 'old']);
      await popup.press('Escape');

      beeper.clearRequests();
      if (isRich(age)) {
        await pressOn(popup, chat, 'p');
        await rowSays(', pinned');
        await eventually(() => beeper.chat(chat.id).isPinned);
        await popup.press('z');
        await eventually(() => !beeper.chat(chat.id).isPinned);
        await pressOn(popup, chat, 'l');
        await rowSays(', low priority');
        await eventually(() => beeper.chat(chat.id).isLowPriority);
        await says(`Moved ${chat.title} to low priority`);
        await popup.press('z');
        await eventually(() => !beeper.chat(chat.id).isLowPriority);
        await rowSays(', low priority', false);
        await pressOn(popup, chat, 'm');
        await rowSays(', muted');
        await eventually(() => beeper.chat(chat.id).isMuted);
        await popup.press('z');
        await eventually(() => !beeper.chat(chat.id).isMuted);
      } else {
        await pressOn(popup, chat, 'p', 'l', 'm', 'u');
      }
      expect(beeper.writes().length > 0).toBe(isRich(age));

      await pressOn(popup, chat, 'h');
      await popup.choose('In 1 hour');
      await eventually(() => beeper.chat(chat.id).reminder !== null);
      await popup.press('z');
      await eventually(() => beeper.chat(chat.id).reminder === null);

      const { unreadCount } = chat;
      beeper.clearRequests();
      await pressOn(popup, chat, ' ');
      await find(popup.page, peek);
      const words = beeper
        .messages(chat.id)
        .flatMap(({ html, type, isDeleted }) =>
          type === 'TEXT' && !isDeleted && html ? html.replace(/<[^>]+>/g, '') : [],
        );
      await says(words.at(-1) ?? '');
      // The older ones come when they come into view.
      await eventually(async () => {
        await popup.press('Home');
        return popup.says('The chat begins here');
      });
      await says(words[0] ?? '');
      await popup.press('i');
      await find(popup.page, details);
      await says(`${chat.participants.length} people`);
      expect(await textOf(popup.page, details)).toContain(chat.participants[0]?.fullName);
      await popup.press('Escape');
      await eventually(async () => !(await exists(popup.page, details)));
      await popup.press(' ');
      await eventually(async () => !(await exists(popup.page, peek)));
      expect(beeper.writes()).toStrictEqual([]);
      expect(chat.unreadCount).toBe(unreadCount);

      await pressOn(popup, chat, ' ');
      await find(popup.page, peek);
      await popup.press('u');
      await popup.press('e');
      await eventually(() => beeper.chat(chat.id).isArchived);
      await eventually(() => (chat.unreadCount === 0) === isRich(age));
      await popup.press('z');
      await eventually(() => !beeper.chat(chat.id).isArchived);
      await popup.press('z');
      await eventually(() => beeper.chat(chat.id).isMarkedUnread === isRich(age));
      await popup.press('Enter');
      await says(`Opened ${chat.title}`);
      const opened = beeper.requests.filter(({ path }) => path === '/v1/focus');
      expect(opened.map(({ body }) => body)).toEqual([{ chatID: chat.id }]);
    });
  });
});
