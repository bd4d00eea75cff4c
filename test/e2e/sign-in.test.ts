import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';

import { eventually } from '../browsers/eventually';
import { OptionsPage } from './pages/options';
import { badgeIsRight, BROWSERS, type Stage, useStage } from './stage';

describe.each(BROWSERS)('connecting without a token in %s', (browser) => {
  const stage = useStage(browser, { chats: 20, seed: 12 });

  test('one click here and one approval there connect', async () => {
    await withOptions(stage, async (options) => {
      const consent = await begin(stage, options);
      await consent.locator('::-p-aria(Approve)').click();
      await says(options, 'Connected');
      await eventually(async () => (await consentPages(stage, options)).length === 0);
      await badgeIsRight(stage);
      await options.page.bringToFront();
      await options.disconnect();
      await says(options, 'Not connected');
      await eventually(() => stage.beeper.requests.some(({ path }) => path === '/oauth/revoke'));
    });
  });

  test('a refusal, a closed page and a second click each end in a clear message', async () => {
    await withOptions(stage, async (options) => {
      const refused = await begin(stage, options);
      await refused.locator('::-p-aria(Deny)').click();
      await says(options, 'The connection was not allowed');

      const closed = await begin(stage, options);
      await options.page.bringToFront();
      await options.signIn();
      expect(await consentPages(stage, options)).toHaveLength(1);
      await closed.close();
      await says(options, 'The Beeper page was closed');
    });
  });

  test('an answer with another state is not believed', async () => {
    await withOptions(stage, async (options) => {
      const consent = await begin(stage, options);
      const asked = await consent.evaluate(() => location.href);
      const redirect = new URL(asked).searchParams.get('redirect_uri') ?? '';
      await consent
        .evaluate((to) => location.assign(to), `${redirect}?code=stolen&state=other`)
        .catch(() => undefined);
      await says(options, 'The connection could not be completed');
    });
    expect(stage.beeper.requests.filter(({ path }) => path === '/oauth/token')).toHaveLength(1);
  });
});

async function withOptions(
  { companion }: Stage,
  work: (options: OptionsPage) => Promise<void>,
): Promise<void> {
  const options = await OptionsPage.open(companion);
  await work(options);
  await options.close();
}

/** Clicks and waits for Beeper's page. */
async function begin(stage: Stage, options: OptionsPage): Promise<Page> {
  await options.page.bringToFront();
  await options.fillAddress(stage.beeper.url);
  await options.signIn();
  return eventually(async () => (await consentPages(stage, options))[0], {
    message: "Beeper's page of consent",
  });
}

async function consentPages({ beeper }: Stage, options: OptionsPage): Promise<Page[]> {
  const found: Page[] = [];
  for (const page of await options.page.browser().pages()) {
    const href = await page.evaluate(() => location.href).catch(() => '');
    if (href.startsWith(`${beeper.url}/oauth/authorize`)) found.push(page);
  }
  return found;
}

/** Read from the document: queries by role hang in Chromium while another tab is in front. */
async function says({ page }: OptionsPage, words: string): Promise<void> {
  const status = () => page.$eval('[role=status]', (element) => element.textContent ?? '');
  await eventually(async () => (await status()).includes(words), {
    message: `The options page saying "${words}"`,
    timeoutMs: 15_000,
  });
}
