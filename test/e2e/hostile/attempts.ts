import type { Browser as Extension } from 'webextension-polyfill';

import type { Target } from './target';

/*
 * All below run in the page that tries it, so each stands alone. What is blocked may never say so:
 * after this long it is taken for blocked.
 */

/** @returns what was answered */
export async function sendMessages({ id, messages }: Target): Promise<unknown[]> {
  const scope = globalThis as unknown as Record<string, Extension | undefined>;
  const answers: unknown[] = [];
  for (const message of messages) {
    postMessage(message, '*');
    for (const runtime of [scope['browser']?.runtime, scope['chrome']?.runtime]) {
      const answer = await runtime?.sendMessage?.(id, message).catch(() => undefined);
      if (answer !== undefined) answers.push(answer);
      // eslint-disable-next-line unicorn/require-post-message-target-origin -- a port has none
      runtime?.connect?.(id).postMessage(message);
    }
  }
  return answers;
}

/** @returns those it got */
export async function fetchAll(urls: string[]): Promise<string[]> {
  const got = new Set<string>();
  for (const url of urls) {
    for (const mode of ['cors', 'no-cors'] as const) {
      if (await fetch(url, { mode }).catch(() => undefined)) got.add(url);
    }
  }
  return [...got];
}

/** @returns those that loaded */
export async function embedAll(urls: string[]): Promise<string[]> {
  const ways = { img: 'src', script: 'src', object: 'data', link: 'href' };
  const loaded: string[] = [];
  const trials = urls.flatMap((url) =>
    Object.entries(ways).map(([tag, attribute]) => {
      const element = document.createElement(tag);
      if (tag === 'link') element.setAttribute('rel', 'stylesheet');
      element.setAttribute(attribute, url);
      document.body.append(element);
      return new Promise<void>((resolve) => {
        element.addEventListener('load', () => resolve(void loaded.push(`${tag} ${url}`)));
        element.addEventListener('error', () => resolve());
        setTimeout(resolve, 2000);
      });
    }),
  );
  await Promise.all(trials);
  return loaded;
}

export async function frameAll(urls: string[]): Promise<void> {
  const trials = urls.map((url) => {
    const element = document.createElement('iframe');
    element.src = url;
    document.body.append(element);
    return new Promise<void>((resolve) => {
      element.addEventListener('load', () => resolve());
      setTimeout(resolve, 2000);
    });
  });
  await Promise.all(trials);
}

export function openAndSpeak({ origin, messages }: Target): void {
  for (const path of ['options.html', 'popup.html']) {
    try {
      const opened = open(`${origin}/${path}`);
      for (const message of messages) opened?.postMessage(message, '*');
    } catch {
      // Firefox says at once that it may not.
    }
  }
}

export function goThere(url: string): void {
  location.assign(url);
}

export function openWindow(url: string): void {
  Object.assign(globalThis, { opened: open(url) });
}

/** @returns what can be read of the window that was opened, which is closed */
export function readWindow(): string {
  const { opened } = globalThis as unknown as { opened: Window };
  try {
    return `${opened.location.href} ${opened.document.body.innerText}`;
  } catch {
    return '';
  } finally {
    opened.close();
  }
}
