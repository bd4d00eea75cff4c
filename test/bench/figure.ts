import type { Ends } from '../demo/ends';
import type { BenchOptions } from './options';
import type { Unit } from './units';

/** Something worth knowing in numbers, and how to find it out. */
export interface Figure {
  /** As `--only` takes it. */
  name: FigureName;
  title: string;
  /** How it is measured, for whoever reads the results. */
  how: string;
  /** How long that takes, about. */
  minutes(options: BenchOptions): number;
  /** Rows as they are found: those before a failure are kept. */
  measure(lab: Lab): AsyncGenerator<Row>;
}

export const FIGURE_NAMES = ['paint', 'badge', 'keys', 'idle', 'walk', 'memory', 'size'] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

/** What every figure works with. */
export interface Lab {
  options: BenchOptions;
  /** The build, with pages of ours beside it. */
  extension: string;
  /** An extension whose worker does nothing, with the same pages. */
  emptyExtension: string;
  /** Ends with the figure. */
  ends: Ends;
}

export type Row = Measured | Unmeasured;

export interface Measured {
  what: string;
  unit: Unit;
  samples: readonly number[];
  floor?: Floor;
  /** What one has to know to read it. */
  note?: string;
}

/** What it is held against: measured in the same run, in turns with it. */
export interface Floor {
  what: string;
  samples: readonly number[];
}

export interface Unmeasured {
  what: string;
  why: string;
  /** It should have been possible. */
  isFailure?: boolean;
}
