import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';

import type { ChatRecord } from '../beeper/world/records';
import { eventually } from '../browsers/eventually';
import { restyledBy } from '../browsers/restyled';
import type { PopupPage } from './pages/popup';
import { BROWSERS, connect, type Stage, useStage, withPopup } from './stage';

const CHATS = 3000;
/** Drawn at most, whatever the length of the list: a hundred, and the one with the focus. */
const MOST_DRAWN = 101;

/** The inbox as Beeper has it: pinned chats first, then by newest activity. */
function inbox({ beeper }: Stage): ChatRecord[] {
  return [...beeper.chats.values()]
    .filter(({ isArchived, isLowPriority }) => !isArchived && !isLowPriority)
    .toSorted((a, b) => Number(b.isPinned) - Number(a.isPinned) || b.lastActivity - a.lastActivity);
}

interface Seen {
  /** Rows in the document. */
  drawn: number;
  /** The row with the focus: which, and where it is said to stand. */
  focused: string;
  position: string;
  /** Whether it is on screen. */
  isSeen: boolean;
  /** How many rows are on screen, and the height of what is not drawn there, px. */
  shown: number;
  blank: number;
}

function look(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const list = document.querySelector('.list')?.getBoundingClientRect() ?? new DOMRect();
    const rows = [...document.querySelectorAll<HTMLElement>('[data-chat]')];
    const boxes = rows.map((row) => row.getBoundingClientRect());
    const shown = boxes.filter(({ top, bottom }) => bottom > list.top && top < list.bottom);
    const height = (box: DOMRect) =>
      Math.min(box.bottom, list.bottom) - Math.max(box.top, list.top);
    const focused = document.activeElement?.closest<HTMLElement>('[data-chat]');
    const box = focused?.getBoundingClientRect() ?? new DOMRect();
    return {
      drawn: rows.length,
      focused: focused?.dataset.chat ?? '',
      position: `${focused?.ariaPosInSet} of ${focused?.ariaSetSize}`,
      isSeen: box.top >= list.top - 1 && box.bottom <= list.bottom + 1,
      shown: shown.length,
      blank: Math.round(list.height - shown.reduce((sum, one) => sum + height(one), 0)),
    };
  });
}

/** Waits until the inbox is all there and the list has been filled. */
async function openInbox(popup: PopupPage, total: number): Promise<void> {
  await popup.goTo('Inbox');
  await eventually(async () => (await firstRow(popup.page)) === `1 of ${total}`, {
    message: `The inbox with ${total} chats`,
    timeoutMs: 90_000,
  });
  await eventually(async () => (await look(popup.page)).drawn >= 100);
}

function firstRow(page: Page): Promise<string> {
  return page.evaluate(() => {
    const row = document.querySelector('[data-chat]');
    return `${row?.ariaPosInSet} of ${row?.ariaSetSize}`;
  });
}

/** The uppermost row that is seen, its place in the list and on screen. */
interface Top {
  id: string;
  position: number;
  y: number;
}

function topRow(page: Page): Promise<Top | undefined> {
  return page.evaluate(() => {
    const list = document.querySelector('.list')?.getBoundingClientRect() ?? new DOMRect();
    const row = document
      .elementFromPoint(list.left + 100, list.top + 20)
      ?.closest<HTMLElement>('[data-chat]');
    const y = Math.round(row?.getBoundingClientRect().top ?? 0);
    if (!row) return undefined;
    return { id: row.dataset.chat ?? '', position: Number(row.ariaPosInSet), y };
  });
}

describe.each(BROWSERS)('a list of thousands in %s', (browser) => {
  const stage = useStage(browser, { chats: CHATS, seed: 5 });

  test('is reached to its end by keys, few rows drawn and each told where it stands', async () => {
    await connect(stage);
    const chats = inbox(stage);
    const last = chats.length - 1;
    await withPopup(stage, async (popup) => {
      await openInbox(popup, chats.length);
      await popup.page.focus('[data-chat]');
      const standsAt = async (index: number) => {
        const seen = await eventually(async () => {
          const now = await look(popup.page);
          return now.blank <= 8 && now.isSeen ? now : undefined;
        });
        expect(seen).toMatchObject({
          focused: chats[index]?.id,
          position: `${index + 1} of ${chats.length}`,
        });
        expect(seen.drawn).toBeLessThanOrEqual(MOST_DRAWN);
      };
      for (const [key, index] of [
        ['End', last],
        ['k', last - 1],
        ['PageUp', last - 8],
        ['PageDown', last - 1],
        ['j', last],
        ['j', last],
        ['Home', 0],
        ['ArrowDown', 1],
      ] as const) {
        await popup.press(key);
        await standsAt(index);
      }
      // A key held down: further than is drawn.
      for (let times = 0; times < 150; times += 1) await popup.press('j');
      await standsAt(151);
    });
  });

  test('keeps the focus when it is scrolled away, and goes on from there', async () => {
    const chats = inbox(stage);
    await withPopup(stage, async (popup) => {
      await openInbox(popup, chats.length);
      await popup.page.focus('[data-chat]');
      await popup.press('j');
      const scrollTo = (top: number) =>
        popup.page.$eval('.list', (list, y) => list.scrollTo({ top: y }), top);
      for (const top of [1000, 40_000, 80_000, 39_000, 30_000]) {
        await scrollTo(top);
        await eventually(async () => {
          const { blank, shown, drawn } = await look(popup.page);
          return blank === 0 && shown >= 8 && drawn >= 100;
        });
        expect(await look(popup.page)).toMatchObject({ focused: chats[1]?.id, isSeen: false });
      }
      await popup.press('j');
      await eventually(async () => (await look(popup.page)).focused === chats[2]?.id);
      expect((await look(popup.page)).isSeen).toBe(true);
    });
  });

  test('stands still under whoever reads it when a message comes in', async () => {
    const chats = inbox(stage);
    await withPopup(stage, async (popup) => {
      await openInbox(popup, chats.length);
      await popup.page.$eval('.list', (list) => list.scrollTo({ top: 58 * 500 }));
      const before = await eventually(() => topRow(popup.page));
      const silent = chats.at(-5);
      stage.beeper.receive(silent?.id ?? '', { text: 'It has been a while' });
      const after = await eventually(async () => {
        const now = await topRow(popup.page);
        return now && now.position > (before?.position ?? 0) ? now : undefined;
      });
      expect(after).toStrictEqual({ ...before, position: (before?.position ?? 0) + 1 });
    });
  });

  test.runIf(browser === 'chromium')('is not styled anew whenever one row leaves it', async () => {
    const chats = inbox(stage);
    await withPopup(stage, async (popup) => {
      await openInbox(popup, chats.length);
      await popup.page.focus('[data-chat]');
      const restyled = await restyledBy(popup.page, async () => {
        await popup.press('e');
        await eventually(async () => (await look(popup.page)).focused === chats[1]?.id);
      });
      const all = await popup.page.evaluate(() => document.querySelectorAll('*').length);
      expect(all).toBeGreaterThan(2000);
      expect(restyled).toBeGreaterThan(0);
      expect(restyled).toBeLessThan(all / 2);
    });
  });
});
