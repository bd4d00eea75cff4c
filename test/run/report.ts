import { readFile } from 'node:fs/promises';

/** The part that we read of what Vitest's JSON reporter writes. */
export interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: FileResult[];
}

export interface FileResult {
  /** The path of the file. */
  name: string;
  status: string;
  /** When its first test began and its last one ended, ms since the epoch. */
  startTime: number;
  endTime: number;
  assertionResults: TestResult[];
}

export interface TestResult {
  /** The names of what it stands in, and its own. */
  fullName: string;
  status: string;
  failureMessages?: string[] | undefined;
}

export async function readReport(file: string): Promise<Report> {
  return JSON.parse(await readFile(file, 'utf8')) as Report;
}
