import { AsyncLocalStorage } from 'node:async_hooks';

import 'fake-indexeddb/auto';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { tracked } from './quiet';

/**
 * One life of the worker. The browser may end it between any two of its dealings with the world:
 * what it asked for is then done or not done, and it never hears of it.
 */
export class Life {
  readonly dealings: string[] = [];
  isOver = false;

  /** @param dies at which of its dealings it ends; it goes on for ever unless given. */
  constructor(readonly dies = Infinity) {}

  /** Whether it is over, or ends here. */
  endsAt(dealing: string): boolean {
    if (!this.isOver) {
      this.dealings.push(dealing);
      this.isOver = this.dealings.length > this.dies;
    }
    return this.isOver;
  }
}

const lives = new AsyncLocalStorage<Life>();

export function live<T>(life: Life, work: () => T): T {
  return lives.run(life, work);
}

/** A dealing with the world: the life may end before it, or after it and before its answer. */
export async function deal<T>(name: string, work: () => Promise<T>): Promise<T> {
  const life = lives.getStore();
  if (life?.endsAt(`before ${name}`)) return never();
  const answer = await tracked(work());
  return life?.endsAt(`after ${name}`) ? never() : answer;
}

function never<T>(): Promise<T> {
  return new Promise(() => undefined);
}

/** Lets lives end at what the worker does through the fake browser; anew after every reset. */
export function watchDealings(): void {
  const { storage, notifications } = fakeBrowser as unknown as Record<
    'storage' | 'notifications',
    Record<string, unknown>
  >;
  const { local } = storage as { local: Doings };
  watch(local, 'set', 'storing');
  watch(notifications as Doings, 'create', 'showing a notification');
}

type Operation = (...given: unknown[]) => Promise<unknown>;
type Doings = Record<string, Operation>;

const originals = new Map<string, Operation>();

function watch(doings: Doings, name: string, what: string): void {
  const original = originals.get(what) ?? doings[name];
  if (!original) throw new Error(`The fake browser cannot ${name}`);
  originals.set(what, original);
  doings[name] = (...given) => deal(what, () => original(...given));
}

/** A life that is over writes no chats either, though its lanes may still get so far. */
const { transaction: begin } = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function beginTracked(...given: Parameters<typeof begin>) {
  if (lives.getStore()?.isOver) throw new Error('This worker is no more');
  const transaction = begin.apply(this, given);
  const ended = new Promise<void>((resolve) => {
    for (const event of ['complete', 'abort']) transaction.addEventListener(event, () => resolve());
  });
  void tracked(ended);
  return transaction;
};

/** So does looking for what an older version has left, and dropping it. */
const { databases, deleteDatabase } = indexedDB;
Object.assign(indexedDB, {
  databases: () => tracked(databases.call(indexedDB)),
  deleteDatabase: (name: string) => {
    const request = deleteDatabase.call(indexedDB, name);
    const ended = new Promise<void>((resolve) => {
      for (const event of ['success', 'error']) request.addEventListener(event, () => resolve());
    });
    void tracked(ended);
    return request;
  },
});

/** Sealing and opening take turns of their own. */
for (const name of ['encrypt', 'decrypt', 'generateKey'] as const) {
  const work = crypto.subtle[name].bind(crypto.subtle) as (...given: unknown[]) => Promise<unknown>;
  Object.assign(crypto.subtle, { [name]: (...given: unknown[]) => tracked(work(...given)) });
}
