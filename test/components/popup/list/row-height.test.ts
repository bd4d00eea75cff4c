import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { ROW_HEIGHT } from '@/components/popup/list/use-window';

it('reckons with the height that rows are drawn with', () => {
  const styles = readFileSync('components/styles/tokens.css', 'utf8');
  expect(/--row-height: (\d+)px/.exec(styles)?.[1]).toBe(String(ROW_HEIGHT));
});
