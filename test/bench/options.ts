import { parseArgs } from 'node:util';

import { FIGURE_NAMES, type FigureName } from './figure';

export interface BenchOptions {
  only: readonly FigureName[];
  /** Of each figure that is not of one piece. */
  samples: number;
  /** Of idleness. */
  minutes: number;
}

export const USAGE = `npm run bench -- [--only ${FIGURE_NAMES.join(',')}] [--samples 15] [--minutes 10]`;

/** @throws Error what is wrong with the arguments, and how they are given */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true },
      samples: { type: 'string', default: '15' },
      minutes: { type: 'string', default: '10' },
    },
  });
  const named = [...(values.only ?? []), ...positionals].flatMap((names) => names.split(','));
  return {
    only: named.length > 0 ? named.map(figureName) : FIGURE_NAMES,
    samples: wholeNumber('samples', values.samples),
    minutes: wholeNumber('minutes', values.minutes),
  };
}

export function isWhole({ only }: BenchOptions): boolean {
  return FIGURE_NAMES.every((name) => only.includes(name));
}

function figureName(name: string): FigureName {
  const found = FIGURE_NAMES.find((known) => known === name);
  if (!found) throw new Error(`There is no figure "${name}".\n${USAGE}`);
  return found;
}

function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new Error(`--${name} takes a whole number from 1, not "${text}".\n${USAGE}`);
  }
  return value;
}
