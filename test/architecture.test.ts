import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { largeFolders, RULES } from './architecture/rules';
import { ownTree, type Tree } from './architecture/tree';

/** For each rule a small tree that breaks it, and what the rule says of that tree. */
const BROKEN: Readonly<Record<string, [Record<string, string>, string[]]>> = {
  'each floor uses only those below it': [
    {
      'lib/model/chats/chat.ts': "import type { Page } from '@/lib/beeper/client';",
      'lib/beeper/client.ts': "export * from '@/lib/base/time';",
      'lib/base/time.ts': '',
      'lib/worker/poll.ts': "const late = () => import('@/components/App');",
      'components/App.tsx': "import { poll } from '../lib/worker/poll';",
    },
    [
      'lib/model/chats/chat.ts uses lib/beeper/client.ts',
      'lib/worker/poll.ts uses components/App.tsx',
      'components/App.tsx uses lib/worker/poll.ts',
    ],
  ],
  'every file has a floor': [{ 'lib/utils.ts': '', 'lib/base/time.ts': '' }, ['lib/utils.ts']],
  'every own import leads to a source file': [
    {
      'lib/model/chat.ts': "import { chat } from '@/test/helpers/builders';",
      'components/App.tsx': "import { a } from './parts'; import '@/components/app.css?url';",
    },
    ['lib/model/chat.ts imports @/test/helpers/builders', 'components/App.tsx imports ./parts'],
  ],
  'no page uses the entry of another': [
    {
      'entrypoints/popup/main.tsx': "import './early'; import { show } from '../options/main';",
      'entrypoints/popup/early.ts': "import { keep } from '../first-frame';",
      'entrypoints/options/main.tsx': '',
      'entrypoints/first-frame.ts': '',
    },
    [
      'entrypoints/popup/main.tsx uses entrypoints/options/main.tsx',
      'entrypoints/popup/early.ts uses entrypoints/first-frame.ts',
    ],
  ],
  'only lib/browser and entrypoints touch the browser': [
    {
      'lib/browser/tabs.ts': "import { browser } from 'wxt/browser';",
      'lib/model/clock.ts': 'chrome.alarms.create();',
      'lib/model/address.ts': "const ALL = '/*'; const tabs = globalThis.browser.tabs; /* */",
      'lib/model/words.ts': '// chrome.tabs would do',
      'components/App.tsx': "import { browser } from 'wxt/browser';",
      'components/Row.tsx': "const polyfill = () => import('webextension-polyfill');",
    },
    ['lib/model/clock.ts', 'lib/model/address.ts', 'components/App.tsx', 'components/Row.tsx'],
  ],
  'only lib/storage names what is stored': [
    {
      'lib/storage/local.ts': 'browser.storage.local.get();',
      'lib/browser/appearance.ts': "localStorage.getItem('theme');",
      'lib/browser/tabs.ts': "import { keepForSession } from '@/lib/storage/session';",
      'lib/storage/session.ts': '',
      'lib/worker/keys.ts': "import { get } from 'idb-keyval';",
      'lib/worker/late.ts': "const late = () => import('idb-keyval');",
      'lib/worker/old.ts': "indexedDB.deleteDatabase('old');",
      'entrypoints/popup/main.tsx': "browser.storage.local.get('frame');",
    },
    [
      'lib/browser/appearance.ts',
      'lib/browser/tabs.ts',
      'lib/worker/keys.ts',
      'lib/worker/late.ts',
      'lib/worker/old.ts',
      'entrypoints/popup/main.tsx',
    ],
  ],
  'only lib/beeper knows the SDK': [
    { 'lib/worker/poll.ts': "import Beeper from '@beeper/desktop-api';" },
    ['lib/worker/poll.ts'],
  ],
  'only what draws knows Preact': [
    {
      'lib/model/row.ts': "import type { VNode } from 'preact';",
      'components/App.tsx': "import { render } from 'preact';",
    },
    ['lib/model/row.ts'],
  ],
  'no file uses itself through others': [
    {
      'lib/model/a.ts': "import type { B } from './b';",
      'lib/model/b.ts': "const c = () => import('./c');",
      'lib/model/c.ts': "export { a } from '@/lib/model/a';",
    },
    ['lib/model/a.ts → lib/model/b.ts → lib/model/c.ts → lib/model/a.ts'],
  ],
};

const OWN = ownTree(fileURLToPath(new URL('..', import.meta.url)));

describe.each(Object.keys(RULES))('the rule "%s"', (name) => {
  const broken = (tree: Tree) => RULES[name]?.(tree);

  it('is told where it is broken', () => {
    const [files, said] = BROKEN[name] ?? [{}, ['no tree breaks it']];
    expect(broken(new Map(Object.entries(files)))).toStrictEqual(said);
  });

  it('holds', () => {
    expect(broken(OWN)).toStrictEqual([]);
  });
});

describe('the size of folders', () => {
  it('is told where it is large', () => {
    const files = Array.from({ length: 21 }, (_, n): [string, string] => [`lib/a/${n}.ts`, '']);
    expect(largeFolders(new Map([...files, ['lib/a/b/c.ts', '']]))).toStrictEqual([
      'lib/a has 21 files',
    ]);
    for (const folder of largeFolders(OWN)) console.info(`${folder}: is it one topic?`);
  });
});
