import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

const MINUTE_MS = 60_000;

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['test/e2e/**/*.test.ts'],
    environment: 'node',
    // Two browsers at once starve each other on a two-core machine.
    fileParallelism: false,
    testTimeout: MINUTE_MS,
    hookTimeout: 2 * MINUTE_MS,
    teardownTimeout: MINUTE_MS / 2,
  },
});
