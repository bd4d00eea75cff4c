import { join } from 'node:path';

import { ensureBrowsers } from '../browsers/install';
import { npm, run } from './child';
import { NOTHING, readCounts, type Counts } from './counts';

export interface Step {
  title: string;
  /** Says whether all went well, and what was counted where tests ran. */
  take(): Promise<Outcome>;
}

export interface Outcome {
  isOk: boolean;
  counts: Counts;
}

/** A step is done in minutes. What spins without end would never meet a test's own limit. */
const LONGEST_MS = 25 * 60_000;

export function steps(reports: string): Step[] {
  return [
    {
      title: 'Types, lint and format; build for Chromium and Firefox',
      // Neither keeps two cores busy.
      take: () => all(['check', 'build']),
    },
    {
      title: 'Unit tests',
      take: () => vitest('test/vitest.config.ts', join(reports, 'unit.json')),
    },
    { title: 'Browsers', take: browsers },
    {
      title: 'End-to-end tests',
      take: () => vitest('test/e2e/vitest.config.ts', join(reports, 'e2e.json')),
    },
  ];
}

async function all(names: readonly string[]): Promise<Outcome> {
  const outcomes = await Promise.all(names.map(script));
  return { isOk: outcomes.every((isOk) => isOk), counts: NOTHING };
}

async function script(name: string): Promise<boolean> {
  const status = await run({ ...npm(['run', '--silent', name]), timeoutMs: LONGEST_MS });
  if (status !== 0) console.error(`npm run ${name}: failed`);
  return status === 0;
}

async function browsers(): Promise<Outcome> {
  await ensureBrowsers();
  return { isOk: true, counts: NOTHING };
}

async function vitest(config: string, report: string): Promise<Outcome> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = await run({
    program: process.execPath,
    args: [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', config, ...reporters],
    timeoutMs: LONGEST_MS,
  });
  const counts = await readCounts(report);
  return { isOk: status === 0 && counts.failed === 0 && counts.passed > 0, counts };
}
