import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser as Extension } from 'webextension-polyfill';

import { startBeeper } from '../beeper/server';
import { eventually } from '../browsers/eventually';
import { allowInSettings, answerPrompt } from '../browsers/host-access';
import { launchCompanion } from '../browsers/launch';
import { ELSEWHERE, openTunnel, type Tunnel } from './elsewhere/tunnel';
import { ConnectionPage } from './pages/connection';
import { badgeIsRight, BROWSERS, type Stage, withPopup } from './stage';

declare const browser: Extension;

const PATTERN = `https://${ELSEWHERE}/*`;
/** Goes with it: the browser asks about the computer, not about the way there. */
const SOCKET_PATTERN = `wss://${ELSEWHERE}/*`;
const HERE = ['http://127.0.0.1/*', 'http://localhost/*', 'ws://127.0.0.1/*', 'ws://localhost/*'];
const BLOCKED = 'The browser blocks the way to Beeper';

describe.each(BROWSERS)('a Beeper elsewhere, over https, in %s', (name) => {
  const stage = {} as Stage & { tunnel: Tunnel };
  // In the settings of Chromium sockets cannot be allowed: who has not been asked is polled there.
  const PATTERNS = name === 'firefox' ? [PATTERN, SOCKET_PATTERN] : [PATTERN];

  beforeAll(async () => {
    stage.beeper = await startBeeper({ chats: 20, seed: 3 });
    stage.tunnel = await openTunnel(stage.beeper);
    stage.companion = await launchCompanion(name, { elsewhere: ELSEWHERE });
  });

  afterAll(async () => {
    stage.tunnel?.close();
    await Promise.all([stage.companion?.close(), stage.beeper?.stop()]);
  });

  const allowedHosts = () =>
    stage.companion.evaluate(async () => (await browser.permissions.getAll()).origins?.toSorted());

  const withOptions = async (work: (options: ConnectionPage) => Promise<void>) => {
    const options = await ConnectionPage.open(stage.companion);
    await work(options);
    await options.close();
  };

  /** Does what makes the browser ask, and has a person say yes. */
  const allowing = async (options: ConnectionPage, ask: () => Promise<void>) => {
    const driver = options.page.browser();
    if (name === 'chromium') {
      await allowInSettings(driver, new URL(stage.companion.origin).hostname, PATTERN);
      await options.page.bringToFront();
    }
    await ask();
    if (name === 'firefox') expect(await answerPrompt(driver, true)).toContain(ELSEWHERE);
  };

  const saveToken = (options: ConnectionPage) =>
    options.connect({ address: stage.tunnel.url, token: stage.beeper.token });

  test.runIf(name === 'firefox')(
    'is not asked anything when the browser is told not to let us',
    async () => {
      await withOptions(async (options) => {
        await saveToken(options);
        await answerPrompt(options.page.browser(), false);
        await options.says(BLOCKED);
        expect(await options.buttons()).toContain('Allow access');
      });
      expect(await allowedHosts()).toEqual(HERE);
      expect(stage.beeper.requests).toEqual([]);
    },
  );

  test('is connected once the browser allows that computer, and no other', async () => {
    expect(await allowedHosts()).toEqual(HERE);
    await withOptions(async (options) => {
      await allowing(options, () => saveToken(options));
      await options.says('Connected');
      expect(await options.said()).toContain(`at ${new URL(stage.tunnel.url).host}`);
    });
    expect(await allowedHosts()).toEqual([...HERE, ...PATTERNS].toSorted());
    await badgeIsRight(stage);
  });

  test('is followed and changed as any other', async () => {
    const chat = stage.beeper.addChat({ title: 'From afar', unreadCount: 2 });
    await withPopup(stage, async (popup) => {
      await eventually(() => popup.row(chat.title));
      await popup.pressButton(`Archive ${chat.title}`);
      await eventually(() => stage.beeper.chat(chat.id).isArchived, { timeoutMs: 20_000 });
      await badgeIsRight(stage);
    });
  });

  test.runIf(name === 'firefox')('tells what happens over its live socket as well', async () => {
    await eventually(() => stage.beeper.socket.count === 1, { timeoutMs: 30_000 });
    await withPopup(stage, (popup) =>
      eventually(async () => (await popup.foot()).startsWith('Live')),
    );
  });

  test('is not named in the diagnostics', async () => {
    await withOptions(async (options) => {
      await options.press('Copy diagnostics');
      const text = await eventually(async () => (await options.diagnostics()) || undefined);
      expect(JSON.parse(text)).toMatchObject({ beeper: { address: 'elsewhere' } });
      expect(text).not.toContain(ELSEWHERE.split('.')[0]);
    });
  });

  test('whose permission was taken back is told so, and may be allowed again', async () => {
    await stage.companion.evaluate(
      async (origin) => void (await browser.permissions.remove({ origins: [origin] })),
      PATTERN,
    );
    await withPopup(stage, async (popup) => {
      await eventually(async () => (await popup.foot()).includes(BLOCKED), { timeoutMs: 20_000 });
      expect((await stage.companion.badge()).title.split('\n')[0]).toBe(BLOCKED);
    });
    await withOptions(async (options) => {
      await options.says(BLOCKED);
      await allowing(options, () => options.press('Allow access'));
      await options.says('Connected');
    });
  });

  test('is given back to the browser with "Disconnect"', async () => {
    await withOptions(async (options) => {
      await options.disconnect();
      await options.says('Not connected');
    });
    await eventually(async () => (await allowedHosts())?.join() === HERE.join());
  });

  test('is connected by one click and one approval as well', async () => {
    await withOptions(async (options) => {
      await options.fillAddress(stage.tunnel.url);
      await allowing(options, () => options.signIn());
      const consent = await options.consentAt(stage.tunnel.url);
      await consent.locator('::-p-aria(Approve)').click();
      await options.says('Connected');
    });
    await badgeIsRight(stage);
  });
});
