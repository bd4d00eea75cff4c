import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

const WORKFLOW = readFileSync('.github/workflows/release.yml', 'utf8');

/** The steps as they are written, each from its dash to the next. */
const STEPS = WORKFLOW.split(/^ {6}- /m).slice(1);

it('only a tag that is pushed releases anything: by hand it is a dry run', () => {
  const publishing = STEPS.filter((step) => step.includes('gh release'));
  expect(publishing).toHaveLength(1);
  const conditions = publishing.map((step) => /^ +if: (.*)$/m.exec(step)?.[1]);
  expect(conditions).toStrictEqual(["github.event_name == 'push' && github.ref_type == 'tag'"]);
});

it('a run starts with a tag or by hand, and with nothing else', () => {
  const started = /^on:\n((?: .*\n)+)/m.exec(WORKFLOW)?.[1];
  expect(started).toBe("  push:\n    tags: ['v*']\n  workflow_dispatch:\n");
});
