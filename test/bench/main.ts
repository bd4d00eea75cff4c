/** `npm run bench`: how fast, how quiet and how small it is, against floors taken in the same run. */
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Ends } from '../demo/ends';
import { watchParent } from '../demo/signals';
import { npm, run as runProgram } from '../run/child';
import type { Figure, Lab, Row } from './figure';
import { FIGURES } from './figures';
import { setUpExtensions } from './lab';
import { describeRun } from './machine';
import { type BenchOptions, isWhole, readOptions } from './options';
import { reportText, type Section, sectionText } from './report';

const RESULTS = 'test/bench/RESULTS.md';

const options = optionsOr(process.argv.slice(2));
const run = describeRun(options);
const figures = FIGURES.filter(({ name }) => options.only.includes(name));
const minutes = figures.reduce((sum, figure) => sum + figure.minutes(options), 0.5);
console.log(
  `Measuring ${figures.map(({ name }) => name).join(', ')}: about ${Math.ceil(minutes)} minutes.`,
);
console.log(run.map(([name, value]) => `${name}: ${value}`).join('\n'));

const folder = await mkdtemp(join(tmpdir(), 'companion-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
// Signals end the browsers and us by Puppeteer's own hand; npm passes one on to nobody.
watchParent(() => process.exit(1));
await build();
const extensions = await setUpExtensions(folder);
const sections: Section[] = [];
for (const figure of figures) sections.push(await sectionOf(figure));

if (isWhole(options)) {
  await writeFile(RESULTS, reportText(run, sections));
  console.log(`Written to ${RESULTS}.`);
} else {
  console.log(`Not all figures were measured: ${RESULTS} stays as it is.`);
}
const hasFailed = sections.some(({ rows }) => rows.some((row) => 'why' in row && row.isFailure));
process.exit(hasFailed ? 1 : 0);

/** As it ships, and as it is now. */
async function build(): Promise<void> {
  const status = await runProgram(npm(['run', '--silent', 'build:chrome']));
  if (status !== 0) throw new Error('The extension could not be built.');
}

/** A figure that fails says so in its place, and the others go on. */
async function sectionOf(figure: Figure): Promise<Section> {
  const startedAt = Date.now();
  const ends = new Ends();
  const rows: Row[] = [];
  try {
    for await (const row of figure.measure({ options, ends, ...extensions } satisfies Lab)) {
      rows.push(row);
    }
  } catch (error) {
    rows.push({ what: figure.name, why: wordsOf(error), isFailure: true });
  } finally {
    await ends.run();
  }
  const section = { figure, rows };
  console.log(`\n${sectionText(section)}\n\n(${Math.round((Date.now() - startedAt) / 1000)} s)`);
  return section;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function optionsOr(args: readonly string[]): BenchOptions {
  try {
    return readOptions(args);
  } catch (error) {
    console.error(wordsOf(error));
    process.exit(1);
  }
}
