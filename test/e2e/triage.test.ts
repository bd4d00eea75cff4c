import { describe, expect, test } from 'vitest';

import { isUnread } from '../beeper/world/records';
import { eventually } from '../browsers/eventually';
import { BROWSERS, connect, type Stage, useStage, withPopup } from './stage';

/** Titles of the unread chats of the inbox, by Beeper itself. */
function unread({ beeper }: Stage): string[] {
  return [...beeper.chats.values()]
    .filter((chat) => isUnread(chat) && !chat.isArchived && !chat.isLowPriority)
    .map(({ title }) => title ?? '')
    .toSorted();
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

  test('skips, goes back, reminds and marks, passes over what is read elsewhere, and says so', async () => {
    leaveUnread(stage, 6);
    await withPopup(stage, async (popup) => {
      const shown = () => popup.page.$eval('dialog article', (one) => one.ariaLabel ?? '');
      const isAt = (place: string) =>
        eventually(async () => (await shown()).endsWith(place), { message: place });
      const rows = await eventually(async () => {
        const found = await popup.rows();
        return found.length === 6 ? found : undefined;
      });
      await popup.press('t');
      await isAt('1 of 6');
      await popup.press('s');
      await isAt('2 of 6');
      await popup.press('ArrowLeft');
      await isAt('1 of 6');
      await popup.press('ArrowRight');
      await isAt('2 of 6');
      await popup.press('h');
      await popup.choose('Tomorrow');
      await isAt('3 of 6');
      await popup.press('u');
      await isAt('4 of 6');

      const last = [...stage.beeper.chats.values()].find(({ title }) =>
        rows[5]?.startsWith(`${title},`),
      );
      stage.beeper.readElsewhere(last?.id ?? '');
      await isAt('4 of 5');
      await popup.press('m');
      await isAt('5 of 5');
      await popup.press('Enter');
      await eventually(() =>
        popup.says('5 chats: 1 reminder, 1 read, 1 muted, 1 opened, 1 skipped'),
      );
      await popup.press('Enter');
      await eventually(async () => !(await popup.page.$('dialog')));
    });
  });
});
