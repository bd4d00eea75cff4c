/** `npm test`: every step in order, up to the first that fails. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { endChildrenOnSignals } from './run/child';
import { inWords, NOTHING, sum, type Counts } from './run/counts';
import { steps, type Outcome, type Step } from './run/steps';

endChildrenOnSignals();
const reports = await mkdtemp(join(tmpdir(), 'companion-tests-'));
const counted: Counts[] = [];
for (const step of steps(reports)) {
  console.log(`\n== ${step.title}`);
  const { isOk, counts } = await outcomeOf(step);
  counted.push(counts);
  if (isOk) continue;
  process.exitCode = 1;
  console.log(`\nStopped at the first failure: ${step.title}`);
  break;
}
await rm(reports, { recursive: true, force: true });
console.log(`\n${inWords(sum(counted))}`);

/** A step that fails without a failed test, such as the build, counts as one failure. */
async function outcomeOf(step: Step): Promise<Outcome> {
  try {
    const { isOk, counts } = await step.take();
    return { isOk, counts: isOk ? counts : { ...counts, failed: Math.max(1, counts.failed) } };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { isOk: false, counts: { ...NOTHING, failed: 1 } };
  }
}
