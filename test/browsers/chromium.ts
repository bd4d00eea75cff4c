import type { Browser, CDPSession } from 'puppeteer-core';

import type { Companion } from './companion';
import { eventually } from './eventually';
import { BLANK_PAGE, extensionPage, openedPage } from './extension-page';
import { allowUnpacked } from './host-access';

export interface ChromiumExtension {
  id: string;
  folder: string;
}

export function chromiumCompanion(
  browser: Browser,
  { id: extensionId, folder }: ChromiumExtension,
): Companion {
  const origin = `chrome-extension://${extensionId}`;
  const { page, forget, ...shared } = extensionPage(() => open(BLANK_PAGE, { background: true }));
  const workers = async () => watchWorker(await (await page()).createCDPSession(), `${origin}/`);
  let watched: ReturnType<typeof workers> | undefined;
  const worker = () => (watched ??= workers());

  async function open(path: string, options: { background: boolean }) {
    const tab = await browser.newPage(options);
    await tab.goto(`${origin}/${path}`, { waitUntil: 'load' });
    return tab;
  }

  /** Has something happen in the worker, which it wakes. */
  async function inWorker(expression: string) {
    await (await worker()).start();
    const target = await browser.waitForTarget(
      (one) => one.type() === 'service_worker' && one.url().startsWith(origin),
    );
    await evaluateOnce(await target.createCDPSession(), expression);
  }

  return {
    ...shared,
    browserName: 'chromium',
    origin,
    openPage: (path) => open(path, { background: false }),
    stopWorker: async () => (await worker()).stop(),
    isWorkerRunning: async () => (await worker()).isRunning(),
    clickNotification: (id, button) => inWorker(dispatchClick(id, button)),
    pressEntry: (menuItemId, clicked = {}) =>
      inWorker(dispatch('contextMenus.onClicked', { menuItemId, ...clicked }, {})),
    pressCommand: (name) => inWorker(dispatch('commands.onCommand', name)),
    enterInAddressBar: (words) => inWorker(dispatch('omnibox.onInputEntered', words, 'currentTab')),
    async reinstall() {
      await browser.installExtension(folder);
      forget();
      watched = undefined;
    },
    async offerUpdate(version) {
      await allowUnpacked(browser);
      await inWorker(dispatch('runtime.onUpdateAvailable', { version }));
    },
    openedPage: (path) => openedPage(browser, `${origin}/${path}`),
    close: () => browser.close(),
  };
}

/** The debugger keeps a worker awake for ever; these are the browser's own stop and start. */
async function watchWorker(session: CDPSession, scopeURL: string) {
  let status: string | undefined;
  let stops = 0;
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    status = versions.at(-1)?.runningStatus ?? status;
    if (status === 'stopped') stops += 1;
  });
  await session.send('ServiceWorker.enable');
  await eventually(() => status, { message: 'The service worker being known' });

  const reaches = (wanted: string) =>
    eventually(() => status === wanted, {
      message: `The service worker being ${wanted}`,
      intervalMs: 5,
    });
  return {
    isRunning: () => status === 'running',
    async start() {
      await session.send('ServiceWorker.startWorker', { scopeURL });
      await reaches('running');
    },
    /** A message on its way may start it anew at once, so its stops are counted. */
    async stop() {
      const before = stops;
      if (status === 'stopped') return;
      await session.send('ServiceWorker.stopAllWorkers');
      await eventually(() => stops > before, {
        message: 'The service worker being stopped',
        intervalMs: 5,
      });
    },
  };
}

/** A session left open would keep the worker's target, dead, beyond its stop. */
async function evaluateOnce(session: CDPSession, expression: string): Promise<void> {
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression });
  await session.detach();
  if (exceptionDetails) throw new Error(exceptionDetails.text);
}

function dispatchClick(id: string, button: number | undefined): string {
  return button === undefined
    ? dispatch('notifications.onClicked', id)
    : dispatch('notifications.onButtonClicked', id, button);
}

/** Chromium's own bindings use `dispatch`, a part of every extension event that no type names. */
function dispatch(event: string, ...given: unknown[]): string {
  return `chrome.${event}.dispatch(${given.map((one) => JSON.stringify(one)).join(', ')})`;
}
