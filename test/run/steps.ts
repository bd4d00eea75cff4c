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

export function steps(reports: string): Step[] {
  return [
    { title: 'Types, lint and format', take: () => script('check') },
    {
      title: 'Unit tests',
      take: () => vitest('test/vitest.config.ts', join(reports, 'unit.json')),
    },
    { title: 'Build for Chromium and Firefox', take: () => script('build') },
    { title: 'Browsers', take: browsers },
    {
      title: 'End-to-end tests',
      take: () => vitest('test/e2e/vitest.config.ts', join(reports, 'e2e.json')),
    },
  ];
}

async function script(name: string): Promise<Outcome> {
  return { isOk: (await run(npm(['run', '--silent', name]))) === 0, counts: NOTHING };
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
  });
  const counts = await readCounts(report);
  return { isOk: status === 0 && counts.failed === 0 && counts.passed > 0, counts };
}
