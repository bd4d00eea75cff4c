import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type as system } from 'node:os';

import { requireBrowser } from '../browsers/find';
import type { BenchOptions } from './options';

/** Where, when and of what the figures are taken. */
export function describeRun({ samples, minutes }: BenchOptions): [string, string][] {
  const [cpu] = cpus();
  return [
    ['processor', `${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}`],
    ['memory', `${(totalmem() / 2 ** 30).toFixed(1)} GB`],
    ['system', `${system()} ${release()}`],
    ['Node', process.version],
    ['browser', output(requireBrowser('chromium'), '--version')],
    ['commit', commit()],
    ['date', new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC'],
    ['load before', `${loadavg()[0]?.toFixed(1)} processes`],
    ['settings', `${samples} samples, ${minutes} idle minutes`],
  ];
}

/** What goes into the build, and so into the figures. */
const SOURCES = ['lib', 'components', 'entrypoints', 'public', 'wxt.config.ts', 'package.json'];

function commit(): string {
  const hasChanges = output('git', 'status', '--porcelain', '--', ...SOURCES) !== '';
  return output('git', 'rev-parse', '--short', 'HEAD') + (hasChanges ? ', with changes' : '');
}

/** The first line it says, or that it says nothing. */
function output(program: string, ...args: string[]): string {
  try {
    const said = execFileSync(program, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return said.trim().split('\n')[0] ?? '';
  } catch {
    return 'unknown';
  }
}
