import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Makes the package before any test: it builds anew, under the feet of whoever uses the build. */
export default function zip(): void {
  const wxt = join('node_modules', 'wxt', 'bin', 'wxt.mjs');
  execFileSync(process.execPath, [wxt, 'zip', '-b', 'chrome', '--mv3'], { stdio: 'pipe' });
}
