import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';

import { HOUR } from '@/lib/base/time';
import type { ChatRecord } from '../beeper/world/records';
import { eventually } from '../browsers/eventually';
import { click, find } from './pages/by-role';
import { BROWSERS, connect, useStage, withPopup } from './stage';

const PLAIN = {
  isMuted: false,
  isLowPriority: false,
  isArchived: false,
  accountID: 'telegram',
} as const;
const OF_SIGNAL = { ...PLAIN, accountID: 'signal' };

const CHATS: Partial<ChatRecord>[] = [
  { ...OF_SIGNAL, title: 'Ada', type: 'single', unreadCount: 3 },
  { ...PLAIN, title: 'Choir', type: 'group', unreadCount: 5, unreadMentionsCount: 2 },
  { ...PLAIN, title: 'Loud', type: 'group', unreadCount: 7, isMuted: true },
  { ...PLAIN, title: 'News', type: 'group', unreadCount: 11, isLowPriority: true },
];

const DOT = '•';

/** The time of day of a moment, as a field for one has it. */
function timeOf(moment: number): string {
  const date = new Date(moment);
  return [date.getHours(), date.getMinutes()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}

describe.each(BROWSERS)('the toolbar number in %s', (name) => {
  const stage = useStage(name, { chats: 0 });
  let page: Page;
  beforeAll(async () => {
    for (const chat of CHATS) stage.beeper.addChat(chat);
    await connect(stage);
    page = await stage.companion.openPage('options.html');
  });

  const numberIs = (text: string) =>
    eventually(async () => (await stage.companion.badge()).text === text, {
      message: `The badge being "${text}"`,
    });
  const turn = (words: string) => click(page, { role: 'checkbox', name: words });
  const count = async (words: string) => {
    const choice = await find(page, { role: 'combobox', name: 'Count' });
    const value = await choice.evaluate(
      (select, text) =>
        [...(select as HTMLSelectElement).options].find((option) => option.text === text)?.value,
      words,
    );
    await choice.select(value ?? '');
  };
  const setTime = async (words: string, moment: number) => {
    const field = await find(page, { name: words });
    await field.evaluate((input, time) => {
      (input as HTMLInputElement).value = time;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, timeOf(moment));
  };

  test('counts messages, chats, or what wants its person', async () => {
    await numberIs('8');
    await count('Unread chats');
    await numberIs('2');
    await count('Direct messages and mentions');
    await numberIs('5');
    await count('Nothing');
    await numberIs('');
    await turn('A dot for what is unread and not counted');
    await numberIs(DOT);
    await count('Unread messages');
    await numberIs('8');
  });

  test('includes muted chats and those of low priority where it is to', async () => {
    await turn('Include muted chats');
    await numberIs('15');
    await turn('Include low priority');
    await numberIs('26');
    await turn('Include muted chats');
    await turn('Include low priority');
    await numberIs('8');
  });

  test('leaves out the accounts that are not to count', async () => {
    await turn('Signal');
    await numberIs('5');
    await turn('Telegram');
    await numberIs('');
    await turn('Signal');
    await turn('Telegram');
    await numberIs('8');
  });

  test('counts only what came since its person looked', async () => {
    await turn('Only what came since I last opened the popup');
    await withPopup(stage, async (popup) => {
      await eventually(() => popup.row('Ada'));
      await numberIs(DOT);
    });
    const ada = [...stage.beeper.chats.values()].find(({ title }) => title === 'Ada');
    stage.beeper.receive(ada?.id ?? '', { text: 'Are you there?' });
    await numberIs('1');
    expect((await stage.companion.badge()).title).toContain(
      '1 new in Beeper since you last looked',
    );
    await page.bringToFront();
    await turn('Only what came since I last opened the popup');
    await numberIs('9');
  });

  test('is left out in the quiet hours of the week, and back when they are moved', async () => {
    await turn('No number on the toolbar meanwhile');
    await turn('Quiet at these times every week');
    await setTime('From', Date.now() - HOUR);
    await setTime('Until', Date.now() + HOUR);
    await numberIs('');
    expect((await stage.companion.badge()).title).toContain('Quiet until');
    await setTime('From', Date.now() + 2 * HOUR);
    await setTime('Until', Date.now() + 3 * HOUR);
    await numberIs('9');
    expect((await stage.companion.badge()).title).not.toContain('Quiet until');
  });
});
