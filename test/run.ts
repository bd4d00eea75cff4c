/** `npm test`: every step in order, up to the first that fails. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { endChildrenOnSignals } from './run/child';
import { inWords, NOTHING, sum } from './run/counts';
import { failuresInWords } from './run/failures';
import { slowestInWords } from './run/slowest';
import { steps, type Outcome, type Step } from './run/steps';

endChildrenOnSignals();
const reports = await mkdtemp(join(tmpdir(), 'companion-tests-'));
const outcomes: Outcome[] = [];
for (const together of steps(reports)) {
  console.log(together.map(({ title }) => `\n== ${title}`).join(''));
  const taken = await Promise.all(together.map(outcomeOf));
  outcomes.push(...taken);
  const failed = together.filter((_, index) => !taken[index]?.isOk);
  if (failed.length === 0) continue;
  process.exitCode = 1;
  console.log(`\nStopped by what failed: ${failed.map(({ title }) => title).join(', ')}`);
  break;
}
await rm(reports, { recursive: true, force: true });
for (const lines of [
  slowestInWords(outcomes.flatMap(({ times }) => times)),
  failuresInWords(outcomes.flatMap(({ failures }) => failures)),
]) {
  if (lines.length > 0) console.log(`\n${lines.join('\n')}`);
}
console.log(`\n${inWords(sum(outcomes.map(({ counts }) => counts)))}`);

/** A step that fails without a failed test, such as the build, counts as one failure. */
async function outcomeOf(step: Step): Promise<Outcome> {
  try {
    const outcome = await step.take();
    if (outcome.isOk) return outcome;
    const { counts } = outcome;
    return { ...outcome, counts: { ...counts, failed: Math.max(1, counts.failed) } };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { isOk: false, counts: { ...NOTHING, failed: 1 }, times: [], failures: [] };
  }
}
