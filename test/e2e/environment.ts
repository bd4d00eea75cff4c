import type { Environment } from 'vitest/runtime';

import { closeKept, keepBrowsers } from '../browsers/lend';

/** Where end-to-end tests run: Node, and browsers that go from one test file to the next. */
export default {
  name: 'browsers',
  viteEnvironment: 'ssr',
  setup() {
    keepBrowsers();
    return { teardown: closeKept };
  },
} satisfies Environment;
