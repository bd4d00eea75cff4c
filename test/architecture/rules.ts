import { posix } from 'node:path';

import { type Arrow, arrowsOf, importsOf, strayImports, type Tree, withoutComments } from './tree';

/** From the lowest to the highest: each floor uses only those before it. */
const FLOORS = [
  'lib/base',
  'lib/text',
  'lib/model',
  'lib/beeper',
  'lib/storage',
  'lib/requests',
  'lib/browser',
  ['lib/worker', 'components'],
  'entrypoints',
].map((floor) => [floor].flat());

/** A rule answers with what breaks it, one line each. */
export type Rule = (tree: Tree) => string[];

export const RULES: Readonly<Record<string, Rule>> = {
  'each floor uses only those below it': (tree) =>
    arrowsOf(tree)
      .filter(({ from, to }) => folderOf(from) !== folderOf(to) && floorOf(to) >= floorOf(from))
      .map(inWords),

  'every file has a floor': (tree) => [...tree.keys()].filter((path) => floorOf(path) < 0),

  'every own import leads to a source file': strayImports,

  'no page uses the entry of another': (tree) =>
    arrowsOf(tree).filter(isBetweenEntries).map(inWords),

  'only lib/browser and entrypoints touch the browser': (tree) =>
    [...tree].flatMap(([path, source]) =>
      touchesBrowser(source) && !mayTouchBrowser(path) ? [path] : [],
    ),

  'only lib/storage names what is stored': (tree) =>
    [...tree].flatMap(([path, source]) =>
      namesStored(source) && !path.startsWith('lib/storage/') ? [path] : [],
    ),

  'only lib/beeper knows the SDK': (tree) => users(tree, /^@beeper\//, /^lib\/beeper\//),

  'only what draws knows Preact': (tree) =>
    users(tree, /^preact(\/|$)/, /^(components|entrypoints)\//),

  'no file uses itself through others': (tree) => circles(arrowsOf(tree)),
};

function floorOf(path: string): number {
  return FLOORS.findIndex((floor) => floor.some((folder) => path.startsWith(`${folder}/`)));
}

/** Files at the top of `entrypoints` are entries by themselves, others belong to their folder's. */
function isBetweenEntries({ from, to }: Arrow): boolean {
  return to.startsWith('entrypoints/') && entryOf(from) !== entryOf(to);
}

/** `entrypoints/popup`, … */
function entryOf(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}

/** `lib/model`, `components`, … */
function folderOf(path: string): string {
  const floor = FLOORS[floorOf(path)] ?? [];
  return floor.find((folder) => path.startsWith(`${folder}/`)) ?? posix.dirname(path);
}

function inWords({ from, to }: Arrow): string {
  return `${from} uses ${to}`;
}

const BROWSER = /\bchrome(\?\.|\.|\[)|\bglobalThis\.(browser|chrome)\b/;
const BROWSER_PACKAGE = /^(wxt|@wxt-dev|webextension-polyfill|#imports)(\/|$)/;

function touchesBrowser(source: string): boolean {
  return imports(source, BROWSER_PACKAGE) || BROWSER.test(withoutComments(source));
}

function imports(source: string, what: RegExp): boolean {
  return importsOf(source).some((name) => what.test(name));
}

/** Each wraps one thing of the browser's for a floor that lies below lib/browser. */
const EDGES: ReadonlySet<string> = new Set([
  // storage.local, storage.session and storage.sync
  'lib/storage/first-frame.ts',
  'lib/storage/follow.ts',
  'lib/storage/follow-item.ts',
  'lib/storage/local.ts',
  'lib/storage/session.ts',
  'lib/storage/synced-settings.ts',
  // runtime.sendMessage and runtime.onMessage
  'lib/requests/bridge.ts',
  // i18n.getMessage
  'lib/text/i18n.ts',
]);

function mayTouchBrowser(path: string): boolean {
  return path.startsWith('lib/browser/') || path.startsWith('entrypoints/') || EDGES.has(path);
}

const STORES =
  /\b(localStorage|sessionStorage|indexedDB)\b|\bstorage\.(local|session|sync)\.(get|set|remove)\b/;
/** Whoever uses these names the key: each thing kept for a session has a file in lib/storage. */
const BY_KEY = /^idb-keyval(\/|$)|(^@\/lib|\.)\/storage\/session$/;

function namesStored(source: string): boolean {
  return imports(source, BY_KEY) || STORES.test(withoutComments(source));
}

function users(tree: Tree, what: RegExp, allowed: RegExp): string[] {
  return [...tree].flatMap(([path, source]) =>
    imports(source, what) && !allowed.test(path) ? [path] : [],
  );
}

/** The shortest way back for each file that has one, told once a circle. */
function circles(arrows: readonly Arrow[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to]);
  const told = new Set<string>();
  return [...next.keys()].flatMap((start) => {
    const way = wayBack(start, next);
    const name = way?.toSorted().join();
    if (!way || !name || told.has(name)) return [];
    told.add(name);
    return [[...way, start].join(' → ')];
  });
}

function wayBack(start: string, next: ReadonlyMap<string, string[]>): string[] | undefined {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way; way = ways.shift()) {
    for (const to of next.get(way.at(-1) ?? '') ?? []) {
      if (to === start) return way;
      if (!seen.has(to)) ways.push([...way, to]);
      seen.add(to);
    }
  }
  return undefined;
}

/** More than this are hard to hold in the head. */
const MANY_FILES = 20;

/** Folders to look at, the largest first: an alarm, because some topics are that large. */
export function largeFolders(tree: Tree): string[] {
  const sizes = new Map<string, number>();
  for (const path of tree.keys()) {
    const folder = posix.dirname(path);
    sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
  }
  return [...sizes]
    .filter(([, size]) => size > MANY_FILES)
    .toSorted(([, a], [, b]) => b - a)
    .map(([folder, size]) => `${folder} has ${size} files`);
}
