import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import { RULES } from './architecture/rules';
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
  'only lib/browser and entrypoints touch the browser': [
    {
      'lib/browser/tabs.ts': "import { browser } from 'wxt/browser';",
      'lib/model/clock.ts': 'chrome.alarms.create();',
      'components/App.tsx': "import { browser } from 'wxt/browser';",
    },
    ['lib/model/clock.ts', 'components/App.tsx'],
  ],
  'only lib/storage names what is stored': [
    {
      'lib/storage/local.ts': 'browser.storage.local.get();',
      'lib/browser/appearance.ts': "localStorage.getItem('theme');",
      'lib/worker/keys.ts': "import { get } from 'idb-keyval';",
      'entrypoints/popup/main.tsx': "browser.storage.local.get('frame');",
    },
    ['lib/browser/appearance.ts', 'lib/worker/keys.ts', 'entrypoints/popup/main.tsx'],
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

describe.each(Object.keys(RULES))('the rule "%s"', (name) => {
  const broken = (tree: Tree) => RULES[name]?.(tree);

  it('is told where it is broken', () => {
    const [files, said] = BROKEN[name] ?? [{}, ['no tree breaks it']];
    expect(broken(new Map(Object.entries(files)))).toStrictEqual(said);
  });

  it('holds', () => {
    expect(broken(ownTree(fileURLToPath(new URL('..', import.meta.url))))).toStrictEqual([]);
  });
});
