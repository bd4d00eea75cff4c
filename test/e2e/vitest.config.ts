import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';

const MINUTE_MS = 60_000;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export default defineConfig({
  root: ROOT,
  // As WXT has it, which has no part in these tests.
  resolve: { alias: { '@': ROOT } },
  test: {
    include: ['test/e2e/**/*.test.ts'],
    environment: './test/e2e/environment.ts',
    // Files that run in one process hand their browsers on.
    isolate: false,
    globalSetup: ['test/e2e/warm-firefox.ts'],
    // They mostly wait. More browsers than two starve each other on a small machine.
    maxWorkers: 2,
    testTimeout: MINUTE_MS,
    hookTimeout: 2 * MINUTE_MS,
    teardownTimeout: MINUTE_MS / 2,
  },
});
