import { relative, sep } from 'node:path';

import type { Report } from './report';

export interface FileTime {
  file: string;
  ms: number;
}

const SHOWN = 10;

/** How long each test file took, from the start of its first test to the end of its last one. */
export function fileTimes({ testResults }: Pick<Report, 'testResults'>, root = '.'): FileTime[] {
  return testResults.map(({ name, startTime, endTime }) => ({
    file: relative(root, name).split(sep).join('/'),
    ms: endTime - startTime,
  }));
}

/** A line for each of the files that took longest; none where no tests ran. */
export function slowestInWords(times: readonly FileTime[]): string[] {
  if (times.length === 0) return [];
  const slowest = times.toSorted((one, other) => other.ms - one.ms).slice(0, SHOWN);
  const inSeconds = ({ file, ms }: FileTime) => `${(ms / 1000).toFixed(1).padStart(7)} s  ${file}`;
  return ['What took longest:', ...slowest.map(inSeconds)];
}
