import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  plugins: [WxtVitest()],
  test: {
    include: [
      'test/{lib,components,entrypoints,beeper,browsers,demo,run,bench}/**/*.test.{ts,tsx}',
    ],
    environment: 'node',
    sequence: { shuffle: true },
    // By default half of the cores stand idle, which on a small machine is one of two.
    maxWorkers: '100%',
  },
});
