import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [WxtVitest()],
  test: {
    include: [
      'test/{build,lib,components,entrypoints,beeper,browsers,demo,run,bench}/**/*.test.{ts,tsx}',
    ],
    environment: 'node',
    sequence: { shuffle: true },
    // Each file's own copy of every module would take a fifth of the time. What a module remembers
    // must not matter to a test anyway: nor does it to a worker that may be any worker.
    isolate: false,
    // By default half of the cores stand idle, which on a small machine is one of two.
    maxWorkers: '100%',
  },
});
