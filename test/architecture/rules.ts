import { posix } from 'node:path';

import { type Arrow, arrowsOf, importsOf, type Tree, withoutComments } from './tree';

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

  'only lib/browser and entrypoints touch the browser': (tree) =>
    [...tree].flatMap(([path, source]) =>
      touchesBrowser(source) && !mayTouchBrowser(path) ? [path] : [],
    ),

  'only lib/storage names what is stored': (tree) =>
    [...tree].flatMap(([path, source]) =>
      STORES.test(withoutComments(source)) && !path.startsWith('lib/storage/') ? [path] : [],
    ),

  'only lib/beeper knows the SDK': (tree) => users(tree, /^@beeper\//, /^lib\/beeper\//),

  'only what draws knows Preact': (tree) =>
    users(tree, /^preact(\/|$)/, /^(components|entrypoints)\//),

  'no file uses itself through others': (tree) => circles(arrowsOf(tree)),
};

function floorOf(path: string): number {
  return FLOORS.findIndex((floor) => floor.some((folder) => path.startsWith(`${folder}/`)));
}

/** `lib/model`, `components`, … */
function folderOf(path: string): string {
  const floor = FLOORS[floorOf(path)] ?? [];
  return floor.find((folder) => path.startsWith(`${folder}/`)) ?? posix.dirname(path);
}

function inWords({ from, to }: Arrow): string {
  return `${from} uses ${to}`;
}

const BROWSER = /\bchrome\.|\bglobalThis\.(browser|chrome)\b/;

function touchesBrowser(source: string): boolean {
  return importsOf(source).includes('wxt/browser') || BROWSER.test(withoutComments(source));
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
  /\b(localStorage|sessionStorage)\b|\bstorage\.(local|session|sync)\.(get|set|remove)\b|from 'idb-keyval'/;

function users(tree: Tree, what: RegExp, allowed: RegExp): string[] {
  return [...tree].flatMap(([path, source]) =>
    importsOf(source).some((name) => what.test(name)) && !allowed.test(path) ? [path] : [],
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
