import { createHash } from 'node:crypto';
import { type AddressInfo, createServer, type Server } from 'node:net';

import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { ChatRecord } from '../beeper/world/records';
import { eventually } from '../browsers/eventually';
import { OptionsPage } from './pages/options';
import { badgeIsRight, BROWSERS, connect, isOwn, type Stage, useStage, withPopup } from './stage';

const MXC = 'mxc://local.beeper.com/ada';

/** The colour in which the stand-in's picture of this address begins (test/beeper/assets/png.ts). */
const COLOUR = createHash('sha256').update(MXC).digest().subarray(0, 3);

/** Where a picture of the web would be asked for; counts who comes. */
let web: Server;
let visits = 0;
beforeAll(async () => {
  web = createServer((visitor) => {
    visits += 1;
    visitor.destroy();
  });
  await new Promise<void>((resolve) => {
    web.listen(0, '127.0.0.1', resolve);
  });
});
afterAll(() => web?.close());

function webAddress(): string {
  return `https://localhost:${(web.address() as AddressInfo).port}/bo.png`;
}

function addChat({ beeper }: Stage, title: string, imgURL: string): ChatRecord {
  const chat = beeper.addChat({ title, type: 'single', accountID: 'signal', imgURL });
  for (const person of chat.participants) person.imgURL = imgURL;
  beeper.receive(chat.id, { text: `This is ${title}` });
  return chat;
}

interface Drawn {
  /** How wide the picture over the initials is; 0 when there is none. */
  width: number;
  /** Its colour near the corner. */
  colour: number[];
  text: string;
}

function drawnIn(page: Page, { id }: ChatRecord): Promise<Drawn> {
  return page.evaluate((chatID) => {
    const row = document.querySelector(`[data-chat="${CSS.escape(chatID)}"]`);
    const image = row?.querySelector<HTMLImageElement>('.avatar img');
    const context = document.createElement('canvas').getContext('2d');
    if (image) context?.drawImage(image, 0, 0);
    return {
      width: image?.naturalWidth ?? 0,
      colour: [...(context?.getImageData(3, 3, 1, 1).data.slice(0, 3) ?? [])],
      text: row?.querySelector('.avatar')?.textContent ?? '',
    };
  }, id);
}

function served({ beeper }: Stage): string[] {
  return beeper.requests
    .filter(({ path }) => path === '/v1/assets/serve')
    .flatMap(({ query }) => query.url ?? []);
}

/** What is kept of pictures, as a page of the extension reads it. */
function kept({ companion }: Stage): Promise<number> {
  return companion.evaluate(async () => {
    const opening = indexedDB.open('companion-avatars');
    await new Promise((done) => {
      opening.addEventListener('success', done);
    });
    const counting = opening.result.transaction('avatars').objectStore('avatars').count();
    await new Promise((done) => {
      counting.addEventListener('success', done);
    });
    opening.result.close();
    return counting.result;
  });
}

describe.each(BROWSERS)('pictures of people in %s', (browser) => {
  const stage = useStage(browser, { chats: 0, seed: 8 });
  let ada: ChatRecord;
  let bo: ChatRecord;

  test('are waited for by nobody: the rows are there while Beeper keeps them back', async () => {
    ada = addChat(stage, 'Ada', MXC);
    bo = addChat(stage, 'Bo', webAddress());
    await connect(stage);
    await badgeIsRight(stage);
    await stage.beeper.fault('hanging', { when: ({ path }) => path === '/v1/assets/serve' });
    await withPopup(stage, async (popup) => {
      await eventually(() => served(stage).includes(MXC));
      expect(await popup.says('This is Ada')).toBe(true);
      expect(await drawnIn(popup.page, ada)).toMatchObject({ width: 0, text: 'AS' });
    });
    // Those who still wait are told at once.
    await stage.beeper.fault('down');
  });

  test('come from Beeper, and only from there', async () => {
    await withPopup(stage, async (popup) => {
      const asked: string[] = [];
      popup.page.on('request', (request) => asked.push(request.url()));
      await popup.reopen();
      const drawn = await eventually(
        async () => {
          const seen = await drawnIn(popup.page, ada);
          return seen.width > 0 ? seen : undefined;
        },
        { message: 'The picture of Ada on screen', timeoutMs: 20_000 },
      );
      expect(drawn).toMatchObject({ width: 48, text: 'AS' });
      const distances = drawn.colour.map((value, index) => Math.abs(value - (COLOUR[index] ?? 0)));
      expect(Math.max(...distances)).toBeLessThan(30);
      expect(await drawnIn(popup.page, bo)).toMatchObject({ width: 0, text: 'BS' });
      const resources = await popup.page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      );
      expect([...asked, ...resources].filter((url) => !isOwn(url, stage.companion))).toEqual([]);
      expect(new Set(served(stage))).toEqual(new Set([MXC]));
      expect(visits).toBe(0);
    });
  });

  test('are kept over the end of the worker, and not asked for again', async () => {
    stage.beeper.clearRequests();
    await stage.companion.stopWorker();
    await withPopup(stage, async (popup) => {
      await eventually(async () => (await drawnIn(popup.page, ada)).width > 0);
      const cy = addChat(stage, 'Cy', 'mxc://local.beeper.com/cy');
      await eventually(async () => (await drawnIn(popup.page, cy)).width > 0, {
        message: 'The picture of Cy on screen',
        timeoutMs: 20_000,
      });
    });
    expect(served(stage)).toEqual(['mxc://local.beeper.com/cy']);
    // With the list of them.
    expect(await kept(stage)).toBe(3);
  });

  test('are gone after Disconnect', async () => {
    const options = await OptionsPage.open(stage.companion);
    await options.disconnect();
    await eventually(async () => (await options.status()).includes('Not connected'));
    await options.close();
    expect(await kept(stage)).toBe(0);
  });
});
