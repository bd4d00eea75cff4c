import { execFile } from 'node:child_process';

import { npm } from '../run/child';

export interface Findings {
  errors: number;
  warnings: number;
  notices: number;
}

/** Not among our dependencies: it brings 150 packages and is needed before a release alone. */
const LINTER = 'addons-linter@10.14.0';

/** What Mozilla's own linter finds in a package. */
export async function lint(path: string): Promise<Findings> {
  const { program, args } = npm(['exec', '--yes', '--', LINTER, '--output', 'json', path]);
  const report = await outputOf(program, args);
  const { summary, ...found } = JSON.parse(report) as { summary: Findings };
  const { errors, warnings, notices } = summary;
  if (errors + warnings + notices > 0) console.log(JSON.stringify(found, null, 2));
  return { errors, warnings, notices };
}

/** It ends with a status of its own when it finds something: the report is what counts. */
function outputOf(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { maxBuffer: 64 << 20 }, (error, stdout) => {
      if (stdout) resolve(stdout);
      else reject(error ?? new Error(`${LINTER} said nothing.`));
    });
  });
}
