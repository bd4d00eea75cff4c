import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Browser as Extension } from 'webextension-polyfill';

import { eventually } from '../browsers/eventually';
import {
  embedAll,
  fetchAll,
  frameAll,
  goThere,
  openAndSpeak,
  openWindow,
  readWindow,
  sendMessages,
} from './hostile/attempts';
import { type Target, targetIn } from './hostile/target';
import { OptionsPage } from './pages/options';
import { badgeIsRight, BROWSERS, connect, type Stage, unreadChat, useStage } from './stage';

declare const browser: Extension;

describe.each(BROWSERS)('a hostile page in %s', (name) => {
  const stage = useStage(name, { chats: 20, seed: 15 });
  let site: Server;
  let page: Page;
  let target: Target;
  let before: string;

  beforeAll(async () => {
    site = await serveAt(0, (_request, response) => {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>Nice page</title><p>Nothing to see');
    });
    await connect(stage);
    await badgeIsRight(stage);
    target = await targetIn(stage);
    page = await (await runningBrowser(stage)).newPage();
  });
  beforeEach(async () => {
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    before = await keptIn(stage);
  });
  afterAll(() => site.close());

  /** The worker has heard all there was to hear: what it keeps and what it did is as before. */
  const nothingHappened = async () => {
    expect(await askAsOurs(stage, { companion: 'refresh', payload: null })).toEqual({ ok: true });
    expect(await keptIn(stage)).toBe(before);
    expect(stage.beeper.writes()).toEqual([]);
  };

  test('finds no way to send the worker a message', async () => {
    expect(await page.evaluate(sendMessages, target)).toEqual([]);
    await nothingHappened();
  });

  test('gets no file of the extension, nor learns that there is one', async () => {
    const files = ['manifest.json', 'popup.html', 'background.js', 'icon/icon-16.png'];
    const urls = files.map((file) => `${target.origin}/${file}`);
    expect(await page.evaluate(fetchAll, urls)).toEqual([]);
    expect(await page.evaluate(embedAll, urls)).toEqual([]);
    // Who may have them gets them all.
    expect(await stage.companion.evaluate(fetchAll, urls)).toEqual(urls);
  });

  test('cannot show our pages in a frame', async () => {
    await page.evaluate(frameAll, [`${target.origin}/popup.html`, `${target.origin}/options.html`]);
    const { title } = unreadChat(stage);
    for (const frame of page.frames()) {
      const text = await frame.evaluate(() => document.body?.innerText ?? '').catch(() => '');
      expect(text).not.toContain(title);
      expect(text).not.toContain('Companion for Beeper');
    }
    await nothingHappened();
  });

  test('cannot open our pages in a window nor go there, to speak to them', async () => {
    await page.evaluate(openAndSpeak, target);
    await nothingLoads(stage);
    await page.evaluate(goThere, `${target.origin}/options.html`).catch(() => undefined);
    await nothingLoads(stage);
    expect(await ownPages(stage, page.browser())).toEqual(['/manifest.json']);
    await nothingHappened();
  });

  test('cannot end a sign-in with a code of its own, nor read where it ends', async () => {
    const options = await OptionsPage.open(stage.companion);
    await askAsOurs(stage, { companion: 'signIn', payload: { baseUrl: stage.beeper.url } });
    const redirect = await eventually(() => redirectIn(stage));
    await page.evaluate(openWindow, `${redirect}?code=own&state=own`);
    await nothingLoads(stage);
    expect(await page.evaluate(readWindow)).toBe('');
    await options.page.bringToFront();
    expect(await options.status()).toContain('Waiting for your permission');
    expect(wasAsked(stage, '/oauth/token')).toBe(false);
    await askAsOurs(stage, { companion: 'cancelSignIn', payload: null });
    await options.close();
    await nothingHappened();
  });

  test('a program that listens where a sign-in ends cannot use the code', async () => {
    const options = await OptionsPage.open(stage.companion);
    await askAsOurs(stage, { companion: 'signIn', payload: { baseUrl: stage.beeper.url } });
    const redirect = await eventually(() => redirectIn(stage));
    const stolen: number[] = [];
    const thief = await serveAt(Number(new URL(redirect).port), async ({ url = '' }, response) => {
      stolen.push(await exchange(stage, { code: codeIn(url), redirect }));
      response.end('Thank you');
    });
    onTestFinished(() => void thief.close());
    const consent = await eventually(() => consentPage(page.browser(), redirect));
    await consent.$eval('[value=approve]', (button) => (button as HTMLElement).click());
    await eventually(() => stolen.length > 0);
    expect(new Set(stolen)).toEqual(new Set([400]));
    await options.close();
  });

  test('would change something if it were heard', async () => {
    for (const message of target.messages) await askAsOurs(stage, message);
    expect(await keptIn(stage)).not.toBe(before);
    await eventually(async () => (await stage.companion.badge()).text === '');
  });
});

async function serveAt(port: number, handle: RequestListener): Promise<Server> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

async function runningBrowser({ companion }: Stage): Promise<Browser> {
  const options = await OptionsPage.open(companion);
  const running = options.page.browser();
  await options.close();
  return running;
}

/** What a request of a page can change; the rest follows Beeper. */
function keptIn({ companion }: Stage): Promise<string> {
  return companion.evaluate(async () => {
    const { settings, connection, outbox, signIn } = await browser.storage.local.get();
    const isSigningIn = Boolean((signIn as { value?: unknown } | undefined)?.value);
    return JSON.stringify([settings, connection, outbox, isSigningIn]);
  });
}

function askAsOurs({ companion }: Stage, message: unknown): Promise<unknown> {
  return companion.evaluate((one) => browser.runtime.sendMessage(one), message);
}

function wasAsked({ beeper }: Stage, wanted: string): boolean {
  return beeper.requests.some(({ path }) => path === wanted);
}

function nothingLoads({ companion }: Stage): Promise<unknown> {
  const loading = () => companion.evaluate(() => browser.tabs.query({ status: 'loading' }));
  return eventually(async () => (await loading()).length === 0);
}

/** What is loaded of the extension: an error page keeps the address of what was refused. */
async function ownPages({ companion: { origin } }: Stage, running: Browser): Promise<string[]> {
  const addresses = await Promise.all((await running.pages()).map(addressOf));
  return addresses.filter((url) => url.startsWith(origin)).map((url) => url.slice(origin.length));
}

/** Firefox goes on naming windows that it never opened. */
function addressOf(page: Page): Promise<string> {
  return page.evaluate(() => location.href).catch(() => '');
}

async function redirectIn({ companion }: Stage): Promise<string | undefined> {
  const { signIn } = await companion.evaluate(() => browser.storage.local.get('signIn'));
  return (signIn as { value?: { redirectUri: string } } | undefined)?.value?.redirectUri;
}

/** Beeper's page of consent for this sign-in. */
async function consentPage(running: Browser, redirect: string): Promise<Page | undefined> {
  for (const page of await running.pages()) {
    if ((await addressOf(page)).includes(encodeURIComponent(redirect))) return page;
  }
  return undefined;
}

function codeIn(url: string): string {
  return new URL(url, 'http://localhost').searchParams.get('code') ?? '';
}

/** @returns how Beeper answers who has the code and not the verifier */
async function exchange(
  { beeper }: Stage,
  { code, redirect }: { code: string; redirect: string },
): Promise<number> {
  const registered = beeper.requests.findLast(({ path }) => path === '/oauth/authorize');
  const form = {
    grant_type: 'authorization_code',
    client_id: registered?.query['client_id']?.[0] ?? '',
    code,
    code_verifier: 'guessed',
    redirect_uri: redirect,
  };
  const body = new URLSearchParams(form);
  return (await fetch(`${beeper.url}/oauth/token`, { method: 'POST', body })).status;
}
