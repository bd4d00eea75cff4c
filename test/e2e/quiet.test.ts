import { describe, expect, test } from 'vitest';

import { SECOND } from '@/lib/base/time';
import { eventually } from '../browsers/eventually';
import { click, find } from './pages/by-role';
import { OptionsPage } from './pages/options';
import type { PopupPage } from './pages/popup';
import { BROWSERS, connect, type Stage, useStage, withPopup } from './stage';

const DUE_WITHIN_MS = 60_000;

const LET_RING = 'Reminders ring all the same';

async function pause(popup: PopupPage): Promise<void> {
  await popup.pressButton('Menu');
  await click(popup.page, { role: 'menuitem', name: 'Pause notifications' });
  await popup.press('1');
  await eventually(async () => (await popup.foot()).includes('Quiet until'));
}

async function endPause(popup: PopupPage): Promise<void> {
  const end = await eventually(() => popup.page.$('button[aria-label^="End the pause"]'));
  await end.click();
  await eventually(async () => !(await popup.foot()).includes('Quiet until'));
}

/** Chats that Beeper reminds of in a moment. */
function remindSoon({ beeper }: Stage, titles: readonly string[]): string[] {
  return titles.map((title) => {
    const { id } = beeper.addChat({ title, type: 'single' });
    beeper.setReminderElsewhere(id, { remindAt: Date.now() + 4 * SECOND });
    return id;
  });
}

async function ringing({ companion }: Stage): Promise<string[]> {
  return (await companion.notifications()).filter((id) => id.startsWith('reminder'));
}

describe.each(BROWSERS)('reminders in quiet in %s', (name) => {
  const stage = useStage(name, { chats: 0 });

  test('wait, and come together when somebody ends it', async () => {
    await connect(stage);
    await withPopup(stage, async (popup) => {
      await pause(popup);
      remindSoon(stage, ['Ada', 'Grace', 'Mary']);
      await popup.goTo('Reminders');
      const due = async () => (await popup.rows()).filter((row) => row.includes('was due'));
      await eventually(async () => (await due()).length === 3, { timeoutMs: DUE_WITHIN_MS });
      expect(await ringing(stage)).toEqual([]);
      await endPause(popup);
      const [only = '', ...others] = await eventually(
        async () => {
          const all = await ringing(stage);
          return all.length > 0 && all;
        },
        { timeoutMs: DUE_WITHIN_MS },
      );
      expect(only).toMatch(/^reminders:/);
      expect(others).toEqual([]);
      await stage.companion.clickNotification(only);
    });
  });

  test('break through where they may', async () => {
    const options = await OptionsPage.open(stage.companion);
    const box = await find(options.page, { role: 'checkbox', name: LET_RING });
    await box.click();
    await eventually(() => box.evaluate((one) => (one as HTMLInputElement).checked));
    await options.close();
    await withPopup(stage, async (popup) => {
      await pause(popup);
      const [id = ''] = remindSoon(stage, ['Joan']);
      await eventually(async () => (await ringing(stage)).some((one) => one.endsWith(id)), {
        timeoutMs: DUE_WITHIN_MS,
      });
      await endPause(popup);
    });
  });
});
