import type { Figure, Measured, Row } from './figure';
import { ratioOf, type Summary, summarize } from './statistics';
import { type Column, tableText } from './table';
import { inUnit, ratioText, type Unit } from './units';

/** A figure and what came of it. */
export interface Section {
  figure: Pick<Figure, 'title' | 'how'>;
  rows: readonly Row[];
}

const COLUMNS: readonly Column[] = [
  { title: 'what' },
  { title: 'median', isNumber: true },
  { title: 'quartiles', isNumber: true },
  { title: 'p95', isNumber: true },
  { title: 'n', isNumber: true },
  { title: 'floor' },
  { title: 'ratio', isNumber: true },
];

const PREFACE = `Written by \`npm run bench\`: the build in a real Chromium, against the stand-in for Beeper in \`test/beeper\`. Machines differ and this one is shared, so the ratio to a floor measured in turns with the figure says more than the figure: it is the median of the ratios of the pairs. In brackets and under "quartiles" is where half of the samples, or of the pairs, lie. Nothing here is a limit: sizes alone have those, in \`test/e2e/package.test.ts\`.`;

/** The whole of RESULTS.md, as Prettier would leave it. */
export function reportText(
  machine: readonly (readonly [string, string])[],
  sections: readonly Section[],
): string {
  return [
    '# Results of the benchmark',
    PREFACE,
    tableText([{ title: 'machine' }, { title: '' }], machine),
    ...sections.map(sectionText),
  ]
    .join('\n\n')
    .concat('\n');
}

export function sectionText({ figure, rows }: Section): string {
  const notes = rows.flatMap((row) => noteOf(row) ?? []);
  return [
    `## ${figure.title}`,
    figure.how,
    tableText(COLUMNS, rows.map(cells)),
    ...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : []),
  ].join('\n\n');
}

function cells(row: Row): string[] {
  if ('why' in row) return [row.what, row.isFailure ? 'failed' : 'not measured'];
  const { what, unit, samples, floor } = row;
  const summary = summarize(samples);
  return [
    what,
    inUnit(summary.median, unit),
    quartiles(summary, unit),
    summary.count > 1 ? inUnit(summary.p95, unit) : '–',
    String(summary.count),
    floor ? floorText(floor, unit) : '–',
    ratioText(floor && ratioOf(samples, floor.samples)),
  ];
}

function quartiles(summary: Summary, unit: Unit): string {
  return summary.count > 1 ? `${inUnit(summary.q1, unit)}–${inUnit(summary.q3, unit)}` : '–';
}

function floorText({ what, samples }: NonNullable<Measured['floor']>, unit: Unit): string {
  const summary = summarize(samples);
  const spread = summary.count > 1 ? ` (${quartiles(summary, unit)})` : '';
  return `${what}: ${inUnit(summary.median, unit)}${spread}`;
}

function noteOf(row: Row): string | undefined {
  const text = 'why' in row ? row.why : row.note;
  return text && `${row.what}: ${text}`.replaceAll(/\s+/g, ' ').trim();
}
