import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const DRAWING = 'test/components/**/*.test.{ts,tsx}';

const MINUTE_MS = 60_000;

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [WxtVitest()],
  test: {
    environment: 'node',
    sequence: { shuffle: true },
    // They end what hangs and measure nothing: a busy machine may take ten times as long as usual.
    testTimeout: MINUTE_MS,
    hookTimeout: MINUTE_MS,
    // By default half of the cores stand idle, which on a small machine is one of two.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: { name: 'drawing', include: [DRAWING], setupFiles: ['test/helpers/patience.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'deciding',
          include: [
            'test/*.test.ts',
            'test/{build,lib,entrypoints,beeper,browsers,demo,run,bench}/**/*.test.ts',
          ],
          // Each file's own copy of every module would take a fifth of the time. What a module
          // remembers must not matter to a test anyway: nor does it to a worker, which may be new.
          isolate: false,
        },
      },
    ],
  },
});
