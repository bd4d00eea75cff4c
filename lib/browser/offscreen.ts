import { browser } from 'wxt/browser';

import { SECOND } from '@/lib/base/time';
import { keepOpen, type LiveOptions } from '@/lib/beeper/live/keep-open';

/** Where the live socket is kept, apart from a worker that may be stopped at any time. */
export interface SocketPlace {
  /** It is lost with the worker, which then has to be woken to open another. */
  isWithWorker: boolean;
  /** The address it is kept open to, if there is one. */
  current(): Promise<string | undefined>;
  put(url: string): Promise<void>;
  clear(): Promise<void>;
}

interface Offscreen {
  createDocument(options: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
}

interface Contexts {
  getContexts(filter: { contextTypes: string[] }): Promise<{ documentUrl?: string }[]>;
}

/**
 * Chromium stops its service worker after half a minute, with every socket in it, and applies no
 * header rule to it: there a document out of sight holds the socket. Firefox has no such documents,
 * and its background is a page that stays for as long as it has something to do.
 */
export function socketPlace(environment: () => LiveOptions): SocketPlace | undefined {
  const { offscreen } = browser as unknown as { offscreen?: Offscreen };
  if (offscreen) return inDocument(offscreen);
  return typeof document === 'undefined' ? undefined : inThisPage(environment);
}

const PAGE = 'offscreen.html';

function inDocument(offscreen: Offscreen): SocketPlace {
  const runtime = browser.runtime as unknown as Contexts;
  const current = async () => {
    const [context] = await runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
    return context?.documentUrl?.split('#')[1];
  };
  const clear = async () => {
    if (await current()) await offscreen.closeDocument();
  };
  const put = async (url: string) => {
    await clear();
    await offscreen.createDocument({
      url: `${PAGE}#${url}`,
      reasons: ['WORKERS'],
      justification: 'Holds the socket over which Beeper tells what has just happened.',
    });
  };
  return { isWithWorker: false, current, put, clear };
}

/** An event page without anything to do is stopped after 30 s; a call of the browser counts. */
const SIGN_OF_LIFE = 20 * SECOND;

function inThisPage(environment: () => LiveOptions): SocketPlace {
  let kept: { url: string; stop: () => void } | undefined;
  const clear = async () => {
    kept?.stop();
    kept = undefined;
  };
  const put = async (url: string) => {
    await clear();
    const timer = setInterval(() => void browser.runtime.getPlatformInfo(), SIGN_OF_LIFE);
    const stop = keepOpen(url, environment());
    kept = {
      url,
      stop: () => {
        clearInterval(timer);
        stop();
      },
    };
  };
  return { isWithWorker: true, current: () => Promise.resolve(kept?.url), put, clear };
}
