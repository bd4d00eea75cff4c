import { fileURLToPath } from 'node:url';

import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const MINUTE_MS = 60_000;

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Small files with much in them. Begun last, each would have one worker busy and the other idle. */
const LONGEST = ['access', 'token', 'main-job', 'reply', 'live', 'stopped-at-random'];

/** The longest files first, also where none was ever timed. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- a method of Vitest's, not of arrays
    const sorted = await super.sort(files);
    return sorted.toSorted((one, other) => rankOf(one) - rankOf(other));
  }
}

function rankOf({ moduleId }: TestSpecification): number {
  const rank = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}.test.ts`));
  return rank < 0 ? LONGEST.length : rank;
}

export default defineConfig({
  root: ROOT,
  // As WXT has it, which has no part in these tests.
  resolve: { alias: { '@': ROOT } },
  test: {
    include: ['test/e2e/**/*.test.ts'],
    environment: './test/e2e/environment.ts',
    // Files that run in one process hand their browsers on.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    globalSetup: ['test/e2e/warm-firefox.ts'],
    // They mostly wait. More browsers than two starve each other on a small machine.
    maxWorkers: 2,
    testTimeout: MINUTE_MS,
    hookTimeout: 2 * MINUTE_MS,
    teardownTimeout: MINUTE_MS / 2,
  },
});
