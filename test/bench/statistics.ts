/** What is told of a set of samples. */
export interface Summary {
  count: number;
  median: number;
  /** The quartiles: half of the samples lie between them. */
  q1: number;
  q3: number;
  p95: number;
}

export function summarize(samples: readonly number[]): Summary {
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (share: number) => quantileOfSorted(sorted, share);
  return { count: sorted.length, median: at(0.5), q1: at(0.25), q3: at(0.75), p95: at(0.95) };
}

export function median(samples: readonly number[]): number {
  return summarize(samples).median;
}

export interface Ratio {
  value: number;
  /** The quartiles of the pairs; left out where there are none. */
  q1?: number;
  q3?: number;
}

/**
 * How many times its floor a figure is. Samples of the two taken in turns are pairs, which the
 * machine's other work slows alike: of those it is the median of their ratios, else the ratio of
 * the medians.
 *
 * @returns `undefined` over a floor of nothing
 */
export function ratioOf(samples: readonly number[], floor: readonly number[]): Ratio | undefined {
  const below = median(floor);
  if (below === 0) return undefined;
  const arePairs = samples.length === floor.length && samples.length > 1 && !floor.includes(0);
  if (!arePairs) return { value: median(samples) / below };
  const pairs = samples.map((sample, index) => sample / (floor[index] ?? NaN));
  const { median: value, q1, q3 } = summarize(pairs);
  return { value, q1, q3 };
}

/** Between two samples it lies in proportion, as R, NumPy and spreadsheets have it. */
function quantileOfSorted(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below];
  const high = sorted[Math.ceil(place)];
  if (low === undefined || high === undefined) throw new RangeError('There are no samples.');
  return low + (high - low) * (place - below);
}
