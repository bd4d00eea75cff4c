import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Ends } from './ends';

const WXT = join('node_modules', 'wxt', 'bin', 'wxt.mjs');

/** Builds for Chromium. What the build says is shown only when it fails. */
export async function buildExtension(ends: Ends): Promise<void> {
  const abort = new AbortController();
  ends.add(() => abort.abort());
  const args = [WXT, 'build', '-b', 'chrome', '--mv3'];
  try {
    await promisify(execFile)(process.execPath, args, { signal: abort.signal });
  } catch (error) {
    throw new Error(`The extension does not build.\n${outputOf(error)}`, { cause: error });
  }
}

function outputOf(error: unknown): string {
  const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
  return `${stdout}${stderr}`.trim();
}
