import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import type { Browser as Extension } from 'webextension-polyfill';

import { eventually } from '../browsers/eventually';
import { connect, type Stage, useStage } from './stage';

declare const browser: Extension;

/** Left by what was run when the first rows came. */
interface Marked extends Window {
  firstPlaces?: Places;
}

type Places = Record<string, string>;

/** Opens the popup and does something as its first rows are about to be seen. */
async function openAnd<T>(
  { companion }: Stage,
  doAtFirst: (whereAll: () => Places) => void,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await companion.openPage('manifest.json');
  await page.evaluateOnNewDocument(`
    globalThis.__name ??= (fn) => fn;
    new MutationObserver((_changes, watch) => {
      if (!document.querySelector('[data-chat]')) return;
      watch.disconnect();
      // Nothing is seen, and no frame begins, before the styles are there.
      requestAnimationFrame(() => (${doAtFirst.toString()})(${whereAll.toString()}));
    }).observe(document, { childList: true, subtree: true });
  `);
  await page.goto(`${companion.origin}/popup.html`, { waitUntil: 'load' });
  try {
    return await work(page);
  } finally {
    await page.close();
  }
}

/** Where everything is that a person can see, and what it says. */
function whereAll(): Record<string, string> {
  const places: Record<string, string> = {};
  const parts = '.head, .tab, .search, .icon-button, .list, .row, .row > *, .avatar *, .foot';
  for (const part of document.querySelectorAll(parts)) {
    if (part.closest('.actions')) continue;
    const { x, y, width, height } = part.getBoundingClientRect();
    const says = part.matches('.row *') ? part.textContent : '';
    const { backgroundColor, color, fontWeight } = getComputedStyle(part);
    const chat = part.closest<HTMLElement>('[data-chat]')?.dataset.chat ?? '';
    places[`${chat} ${part.className} ${part.id}`] =
      `${x} ${y} ${width} ${height} ${backgroundColor} ${color} ${fontWeight} ${says}`;
  }
  return places;
}

const isReady = (page: Page) => page.evaluate(() => document.querySelector('.actions') !== null);

describe('the first frame', () => {
  const stage = useStage('chromium', { chats: 60, seed: 11 });

  test('stands where the popup then stands: nothing jumps, nothing changes its looks', async () => {
    await connect(stage);
    await openAnd(stage, keep, async (page) => {
      await eventually(() => isReady(page));
      const [first, then] = (await page.evaluate(
        `[globalThis.firstPlaces, (${whereAll.toString()})()]`,
      )) as [Places, Places];
      expect(Object.keys(first).length).toBeGreaterThan(80);
      expect(Object.entries(then).filter(([name]) => name in first)).toStrictEqual(
        Object.entries(first),
      );
    });
  });

  test('forgets nothing that is clicked or typed in it', async () => {
    await openAnd(stage, inTheBlink, (page) =>
      eventually(() =>
        page.evaluate(() => document.querySelector('#tab-inbox')?.ariaSelected === 'true'),
      ),
    );
    await openAnd(stage, typing, (page) =>
      eventually(() => page.evaluate(() => document.body.innerText.includes('No chat is called'))),
    );
    await openAnd(stage, pressing, (page) =>
      eventually(() => page.evaluate(() => document.querySelector('dialog')?.open)),
    );
  });

  test('shows nothing of a Beeper that was disconnected', async () => {
    const { frame } = await stage.companion.evaluate(() => browser.storage.local.get('frame'));
    expect(JSON.stringify(frame)).toContain('data-chat');
    await stage.companion.evaluate(() =>
      browser.runtime.sendMessage({ companion: 'disconnect', payload: null }),
    );
    const left = await stage.companion.evaluate(() => browser.storage.local.get('frame'));
    expect(JSON.stringify(left)).not.toContain('data-chat');
  });
});

/** These run in the page, as soon as the first frame is there. */
function keep(where: () => Places): void {
  (window as Marked).firstPlaces = where();
}

function inTheBlink(): void {
  document.querySelector<HTMLElement>('#tab-inbox')?.click();
}

function typing(): void {
  const box = document.querySelector('input');
  if (box) box.value = 'no chat is called so';
}

function pressing(): void {
  const key = new KeyboardEvent('keydown', { key: '?', bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(key);
}
