import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Beeper } from '../beeper/server';
import { eventually } from '../browsers/eventually';
import { lendCompanion } from '../browsers/lend';
import { otherBeepers, startNeighbour, startStranger } from './neighbours';
import { ConnectionPage } from './pages/connection';
import { badgeIsRight, BROWSERS, type Stage } from './stage';

const PATIENT = { timeoutMs: 20_000 };
const HAS = '4.3.20 at';
const NIGHTLY = { appName: 'Beeper', bundleID: 'com.automattic.beeper.nightly' };

describe.each(BROWSERS)('finding Beeper in %s', (browser) => {
  const stage = {} as Stage & { nightly: Beeper; stranger: Server };

  beforeAll(async () => {
    // One after the other, or two would reach for the same port.
    stage.beeper = await startNeighbour({ chats: 20, seed: 12 });
    stage.nightly = await startNeighbour({ chats: 0, switches: NIGHTLY });
    stage.stranger = await startStranger();
    stage.companion = await lendCompanion(browser);
  });

  afterAll(async () => {
    stage.stranger?.close();
    await Promise.all([stage.companion?.close(), stage.beeper?.stop(), stage.nightly?.stop()]);
  });

  const withOptions = async (work: (options: ConnectionPage) => Promise<void>) => {
    const options = await ConnectionPage.open(stage.companion);
    await work(options);
    await options.close();
  };

  test('those who answer are shown by name and version, by itself', async () => {
    const { port } = stage.stranger.address() as AddressInfo;
    await withOptions(async (options) => {
      await eventually(async () => {
        const found = await options.found();
        expect(found).toContain(`Beeper ${HAS} ${stage.beeper.url}`);
        expect(found).toContain(`Beeper Nightly ${HAS} ${stage.nightly.url}`);
        expect(found).toContain(`Something else answers at http://localhost:${port}.`);
        return true;
      }, PATIENT);
    });
  });

  test('choosing one fills in its address, also after another was typed', async () => {
    const [app, nightly] = [`Beeper ${HAS}`, `Beeper Nightly ${HAS}`];
    await withOptions(async (options) => {
      await options.choose(`${nightly} ${stage.nightly.url}`);
      await eventually(async () => (await options.address()) === stage.nightly.url);
      await options.fillAddress('http://localhost:1');
      await options.choose(`${app} ${stage.beeper.url}`);
      await eventually(async () => (await options.address()) === stage.beeper.url);
    });
  });

  test('whoever types nothing is connected by one click and one approval', async (context) => {
    const others = await otherBeepers([stage.beeper, stage.nightly]);
    context.skip(others.length > 0, `Another Beeper answers at ${others.join(', ')}`);
    await withOptions(async (options) => {
      await eventually(async () => (await options.address()) === stage.beeper.url, PATIENT);
      await options.signIn();
      const consent = await options.consentAt(stage.beeper.url);
      await consent.locator('::-p-aria(Approve)').click();
      await options.says('Connected');
      expect(await options.said()).toContain('Beeper 4.3.20');
      await badgeIsRight(stage);
    });
  });

  test('nobody who was found has been shown a token before', () => {
    const shown = stage.nightly.requests.filter(({ headers }) => headers.authorization);
    expect(shown).toEqual([]);
    expect(stage.nightly.requests).not.toEqual([]);
  });
});
