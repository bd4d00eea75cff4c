/** `npm run packages`: what is published comes out the same from anywhere, and stores take it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { endChildrenOnSignals } from '../run/child';
import { lint } from './lint';
import { fromClone, fromSources, type Package } from './make';

endChildrenOnSignals();
const folder = await mkdtemp(join(tmpdir(), 'companion-packages-'));
try {
  const one = await fromClone(join(folder, 'one'));
  const other = await fromClone(join(folder, 'other'));
  for (const { name, hash } of one) tell(`${name}, from two clones`, hash, hashOf(other, name));
  const again = await fromSources(pathOf(one, 'sources'), join(folder, 'sources'));
  tell('firefox, from its sources package', hashOf(one, 'firefox'), hashOf(again, 'firefox'));
  const { errors, warnings, notices } = await lint(pathOf(one, 'firefox'));
  tell('errors, warnings and notices of Mozilla', `${errors} ${warnings} ${notices}`, '0 0 0');
} finally {
  await rm(folder, { recursive: true, force: true });
}

function tell(what: string, is: string, wanted: string): void {
  const isGood = is === wanted;
  console.log(`${isGood ? 'same' : 'OTHER'}  ${what}: ${is}${isGood ? '' : `, not ${wanted}`}`);
  if (!isGood) process.exitCode = 1;
}

function packageOf(packages: readonly Package[], name: string): Package {
  const found = packages.find((one) => one.name === name);
  if (!found) throw new Error(`No ${name} package was made.`);
  return found;
}

function hashOf(packages: readonly Package[], name: string): string {
  return packageOf(packages, name).hash;
}

function pathOf(packages: readonly Package[], name: string): string {
  return packageOf(packages, name).path;
}
