/** The time of day with fractions, ms since the epoch; `clockGap` tells how well it is agreed on. */
export function wall(): number {
  return performance.timeOrigin + performance.now();
}

/** How far that is behind the machine's own milliseconds, ms. Stands alone: a page runs it too. */
export function clockGap(): number {
  let gap = -Infinity;
  for (let look = 0; look < 20_000; look += 1) {
    gap = Math.max(gap, Date.now() - performance.timeOrigin - performance.now());
  }
  return gap;
}
