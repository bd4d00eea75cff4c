import { join } from 'node:path';

import { ensureBrowsers } from '../browsers/install';
import { type Command, npm, run } from './child';
import { countsOf, NOTHING, type Counts } from './counts';
import { failuresOf } from './failures';
import { readReport } from './report';
import { fileTimes, type FileTime } from './slowest';

export interface Step {
  title: string;
  /** Says whether all went well, and what was counted and timed where tests ran. */
  take(): Promise<Outcome>;
}

export interface Outcome {
  isOk: boolean;
  counts: Counts;
  times: readonly FileTime[];
  /** In words, each test that failed. */
  failures: readonly string[];
}

/** A step is done in minutes. What spins without end would never meet a test's own limit. */
const LONGEST_MS = 25 * 60_000;

/** The steps in order; those in one list do not need each other and run at the same time. */
export function steps(reports: string): Step[][] {
  return [
    [
      { title: 'Types, lint and format', take: () => script('check') },
      { title: 'Build for Chromium and Firefox', take: () => script('build') },
      { title: 'Browsers', take: browsers },
    ],
    [
      {
        title: 'End-to-end tests',
        take: () => vitest('e2e', { config: 'test/e2e/vitest.config.ts', reports }),
      },
      {
        title: 'Unit tests',
        // End-to-end tests wait for browsers most of the time; these want the processor all of it.
        take: () => vitest('unit', { config: 'test/vitest.config.ts', reports, isModest: true }),
      },
    ],
  ];
}

async function script(label: string): Promise<Outcome> {
  const status = await runStep({ ...npm(['run', '--silent', label]), label });
  if (status !== 0) console.error(`npm run ${label}: failed`);
  return { isOk: status === 0, counts: NOTHING, times: [], failures: [] };
}

async function browsers(): Promise<Outcome> {
  await ensureBrowsers();
  return { isOk: true, counts: NOTHING, times: [], failures: [] };
}

interface Tests {
  config: string;
  /** The folder of the reports. */
  reports: string;
  isModest?: boolean;
}

async function vitest(label: string, { config, reports, ...rest }: Tests): Promise<Outcome> {
  const file = join(reports, `${label}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = await runStep({
    program: process.execPath,
    args: [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--config', config, ...reporters],
    label,
    ...rest,
  });
  const report = await readReport(file);
  const counts = countsOf(report);
  const isOk = status === 0 && counts.failed === 0 && counts.passed > 0;
  return { isOk, counts, times: fileTimes(report), failures: failuresOf(report) };
}

function runStep(command: Command): Promise<number> {
  return run({ ...command, timeoutMs: LONGEST_MS });
}
