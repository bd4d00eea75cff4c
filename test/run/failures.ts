import { relative, sep } from 'node:path';

import type { Report } from './report';

/** So many are named; a run that fails at more has one cause for most of them. */
const SHOWN = 40;
const LONGEST = 160;

/** Each test that failed, by its file and name and the first line of why. */
export function failuresOf({ testResults }: Pick<Report, 'testResults'>, root = '.'): string[] {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(root, name).split(sep).join('/');
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && assertionResults.length === 0) return [`${file}: did not load`];
    return failed.map(({ fullName, failureMessages }) => {
      const [why = ''] = (failureMessages?.[0] ?? '').split('\n');
      return `${file}: ${fullName}: ${why}`.slice(0, file.length + LONGEST);
    });
  });
}

/** Said again at the end of a run, whose output is often all that is left of it. */
export function failuresInWords(failures: readonly string[]): string[] {
  if (failures.length === 0) return [];
  const more = failures.length - SHOWN;
  return [
    'What failed:',
    ...failures.slice(0, SHOWN).map((failure) => `  ${failure}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
