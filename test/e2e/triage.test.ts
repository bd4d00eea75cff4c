import { describe, expect, test } from 'vitest';

import { isUnread } from '../beeper/world/records';
import { eventually } from '../browsers/eventually';
import { find } from './pages/by-role';
import { BROWSERS, connect, type Stage, useStage, withPopup } from './stage';

/** Titles of the unread chats of the inbox, by Beeper itself. */
function unread({ beeper }: Stage): string[] {
  return [...beeper.chats.values()]
    .filter((chat) => isUnread(chat) && !chat.isArchived && !chat.isLowPriority)
    .map(({ title }) => title ?? '')
    .toSorted();
}

/** The chat that a row or card is about. */
function chatOf({ beeper }: Stage, name = '') {
  const found = [...beeper.chats.values()].find(({ title }) => name.startsWith(`${title}, `));
  if (!found) throw new Error(`No chat is called as ${name}`);
  return found;
}

/** Reads chats on the phone until so many are left. */
function leaveUnread(stage: Stage, count: number): void {
  const { beeper } = stage;
  const left = [...beeper.chats.values()].filter(
    (chat) => isUnread(chat) && !chat.isArchived && !chat.isLowPriority,
  );
  for (const { id } of left.slice(count)) beeper.readElsewhere(id);
}

describe.each(BROWSERS)('the triage run in %s', (browser) => {
  const stage = useStage(browser, { chats: 60, seed: 11 });

  test('goes from 12 unread chats to none with 13 keys, and takes it all back', async () => {
    leaveUnread(stage, 12);
    await connect(stage);
    const before = unread(stage);
    expect(before).toHaveLength(12);
    await withPopup(stage, async (popup) => {
      const shown = () => popup.page.$eval('dialog article', (one) => one.ariaLabel ?? '');
      await eventually(async () => (await popup.rows()).length === 12);
      await popup.press('t');
      for (let place = 1; place <= 12; place += 1) {
        const wanted = `, ${place} of 12`;
        await eventually(async () => (await shown()).endsWith(wanted), { message: wanted });
        await popup.press('e');
      }
      await eventually(() => popup.says('12 chats: 12 archived'));
      await eventually(() => unread(stage).length === 0, { timeoutMs: 20_000 });

      await popup.press('z');
      await eventually(async () => (await shown()).endsWith(', 12 of 12'));
      await popup.press('e');
      await popup.pressButton('Undo all');
      await eventually(async () => (await popup.rows()).length === 12);
      await eventually(() => unread(stage).length === 12, { timeoutMs: 20_000 });
    });
    expect(unread(stage)).toEqual(before);
  });

  test('skips, goes back, reminds, marks and answers, passes over what is read elsewhere, and says so', async () => {
    leaveUnread(stage, 7);
    await withPopup(stage, async (popup) => {
      const shown = () => popup.page.$eval('dialog article', (one) => one.ariaLabel ?? '');
      const isAt = (place: string) =>
        eventually(async () => (await shown()).endsWith(place), { message: place });
      const rows = await eventually(async () => {
        const found = await popup.rows();
        return found.length === 7 ? found : undefined;
      });
      await popup.press('t');
      await isAt('1 of 7');
      await popup.press('s');
      await isAt('2 of 7');
      await popup.press('ArrowLeft');
      await isAt('1 of 7');
      await popup.press('ArrowRight');
      await isAt('2 of 7');
      await popup.press('h');
      await popup.choose('Tomorrow');
      await isAt('3 of 7');
      await popup.press('u');
      await isAt('4 of 7');

      stage.beeper.readElsewhere(chatOf(stage, rows[6]).id);
      await isAt('4 of 6');
      await popup.press('m');
      await isAt('5 of 6');
      const answered = chatOf(stage, await shown());
      await popup.press('r');
      await find(popup.page, { role: 'textbox', name: `Reply to ${answered.title}` });
      await popup.page.keyboard.type('See you');
      await popup.press('Escape');
      await popup.press('r');
      await eventually(() => popup.page.$eval('textarea', ({ value }) => value === 'See you'));
      await isAt('5 of 6');
      await popup.press('Enter');
      await isAt('6 of 6');
      expect(stage.beeper.messages(answered.id).at(-1)).toMatchObject({ html: 'See you' });
      await popup.press('Enter');
      await eventually(() =>
        popup.says('6 chats: 1 reminder, 1 read, 1 muted, 1 answered, 1 opened, 1 skipped'),
      );
      await popup.press('Enter');
      await eventually(async () => !(await popup.page.$('dialog')));
    });
  });
});
