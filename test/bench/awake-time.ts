/** From this moment on the worker was awake, or was not. */
export interface Turn {
  /** ms since the epoch */
  at: number;
  isAwake: boolean;
}

/** How much of a stretch of time the worker was awake, ms. Before the first turn it was asleep. */
export function awakeWithin(turns: readonly Turn[], from: number, to: number): number {
  return turns.reduce((sum, { at, isAwake }, index) => {
    if (!isAwake) return sum;
    const until = turns[index + 1]?.at ?? Infinity;
    return sum + Math.max(0, Math.min(until, to) - Math.max(at, from));
  }, 0);
}
