import type { Browser } from 'puppeteer-core';

import { eventually } from './eventually';
import { privileged } from './privileged';

/**
 * Chromium draws its question outside of every page, where no driver reaches it. Whoever allows the
 * computer in chrome://extensions beforehand is not asked at all.
 */
export async function allowInSettings(
  browser: Browser,
  extensionId: string,
  pattern: string,
): Promise<void> {
  const settings = await browser.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(allowHost, extensionId, pattern);
  await settings.close();
}

/** Who is no developer keeps no extension that was loaded from a folder, once it loads anew. */
export async function allowUnpacked(browser: Browser): Promise<void> {
  const settings = await browser.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(beDeveloper);
  await settings.close();
}

declare const chrome: {
  developerPrivate: {
    addHostPermission(id: string, host: string): Promise<void>;
    updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
  };
};

function beDeveloper(): Promise<void> {
  return chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
}

function allowHost(id: string, host: string): Promise<void> {
  return chrome.developerPrivate.addHostPermission(id, host);
}

/** Answers the question Firefox asks, and says what it was. */
export async function answerPrompt(browser: Browser, isAllowed: boolean): Promise<string> {
  const asked = await eventually(async () => (await privileged(browser, promptText)) || undefined, {
    message: 'Firefox asking for access',
    timeoutMs: 20_000,
  });
  // A press that comes too soon to have been meant counts for nothing.
  const isAnswered = async () => {
    await privileged(browser, pressPrompt, isAllowed);
    return (await privileged(browser, promptText)) === '';
  };
  await eventually(isAnswered, { message: 'The answer being taken', intervalMs: 200 });
  return asked;
}

/** These two run inside Firefox's own window: each stands alone. */
function promptText(): string {
  const prompt = document.getElementById('addon-webext-permissions-notification');
  const isShown = prompt?.closest('panel')?.getAttribute('panelopen') === 'true';
  return isShown && !prompt.hidden ? (prompt.textContent ?? '') : '';
}

function pressPrompt(isAllowed: boolean): void {
  const prompt = document.getElementById('addon-webext-permissions-notification') as
    (HTMLElement & Record<'button' | 'secondaryButton', HTMLElement>) | null;
  prompt?.[isAllowed ? 'button' : 'secondaryButton'].click();
}
