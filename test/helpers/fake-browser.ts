import { fakeBrowser } from 'wxt/testing/fake-browser';

import { places, resetPlaces } from './fake-places';
import english from '../../public/_locales/en/messages.json';
import { later } from './later';
import type { Messages } from './locales';

interface Sender {
  id?: string;
  url?: string;
}

type Listener = (message: unknown, sender: Sender, answer: (value: unknown) => void) => unknown;

/** What WXT's fake leaves out, as the browsers do it. */
const additions = {
  ...places,
  i18n: { getMessage, getUILanguage: () => shownIn },
  runtime: {
    lastError: undefined,
    sendMessage: (message: unknown) => deliver(message, ownPage()),
    getManifest: () => ({ version: '1.0.0' }),
    onUpdateAvailable: { addListener: () => undefined },
  },
  notifications: {
    create: (id: string, options: object) => {
      rung.push(id);
      watcher?.(id, options as Words);
      return show(id, options);
    },
  },
  action: {
    setIcon: async ({ path }: { path: Record<string, string> }) => {
      icon = path;
    },
  },
};

const show = fakeBrowser.notifications.create as (id: string, options: object) => Promise<string>;

/** What happy-dom leaves out, as the browsers do it when they have nothing else to do. */
Object.assign(globalThis, { requestIdleCallback: (work: () => void) => setTimeout(work) });

let icon: Readonly<Record<string, string>> = {};
let rung: string[] = [];

type Words = Omit<Shown, 'id'>;
let watcher: ((id: string, words: Words) => void) | undefined;

/** Told of every notification in the moment in which it is shown, until the next reset. */
export function watchNotifications(watch: (id: string, words: Words) => void): void {
  watcher = watch;
}
let words: Messages = english;
let shownIn = 'en';

/** The fake browser as after its installation: nothing stored, nobody listening. */
export function resetBrowser(): void {
  fakeBrowser.reset();
  icon = {};
  rung = [];
  watcher = undefined;
  resetPlaces();
  speak(english, 'en');
  for (const [name, members] of Object.entries(additions)) {
    Object.assign((fakeBrowser as unknown as Record<string, object>)[name] ?? {}, members);
  }
}

/** From now on the browser is in this language, for which the extension has these words. */
export function speak(messages: Messages, uiLanguage: string): void {
  words = messages;
  shownIn = uiLanguage;
}

export type Disk = 'storage.local' | 'IndexedDB';

/** Nothing more is stored there from now on, until what this returns is called. */
export function fillDisks(...disks: Disk[]): () => void {
  const { local } = fakeBrowser.storage;
  const [set, put] = [local.set, IDBObjectStore.prototype.put];
  const isFull = (disk: Disk) => disks.includes(disk);
  if (isFull('storage.local')) {
    Object.assign(local, { set: () => Promise.reject(new Error('QUOTA_BYTES quota exceeded')) });
  }
  if (isFull('IndexedDB')) {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError');
    };
  }
  return () => {
    Object.assign(local, { set });
    IDBObjectStore.prototype.put = put;
  };
}

/** Sends a message as if from this page; `undefined` when nobody says they will answer. */
export async function deliver(message: unknown, sender: Sender): Promise<unknown> {
  const { trigger } = fakeBrowser.runtime.onMessage as unknown as {
    trigger(...message: Parameters<Listener>): Promise<unknown[]>;
  };
  const { promise, resolve } = later<unknown>();
  const kept = await trigger(message, sender, resolve);
  return kept.includes(true) ? promise : undefined;
}

export function ownPage(page = 'popup.html'): Sender {
  return { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL(`/${page}`) };
}

/** What the toolbar button looks like. */
export async function toolbar() {
  const [text, title] = await Promise.all([
    fakeBrowser.action.getBadgeText({}),
    fakeBrowser.action.getTitle({}),
  ]);
  return { text, title, icon: icon[16] };
}

export interface Shown {
  id: string;
  title: string;
  message: string;
}

/** Ids of all notifications that ever were shown, in order. */
export function allNotifications(): readonly string[] {
  return rung;
}

/** The notifications on the screen. */
export async function shownNotifications(): Promise<Shown[]> {
  const all: Record<string, unknown> = await fakeBrowser.notifications.getAll();
  return Object.entries(all).map(([id, options]) => {
    const { title, message } = options as Omit<Shown, 'id'>;
    return { id, title, message };
  });
}

function getMessage(key: string, substitutions: string | string[] = []): string {
  const values = [substitutions].flat();
  const fill = (_found: string, place: string) => values[Number(place) - 1] ?? '';
  return words[key]?.message.replaceAll(/\$(\d)/g, fill) ?? '';
}
