/** These two run inside a page: each stands alone. */

declare global {
  /** The largest text of a frame so far, as the browser tells it. */
  var paints: { at: number; isInRow: boolean }[] | undefined;
}

export interface Painted {
  /** The start of the navigation, ms since the epoch. */
  openedAt: number;
  /** First-contentful-paint, ms after that. */
  first: number;
  /** The first frame known to show a row; left out when the browser does not tell. */
  rows?: number;
}

/**
 * A frame's largest text is reported as a candidate for the largest contentful paint, with its
 * element: one in a row says that this frame showed rows, whatever was in the document when.
 */
export function watchPaint(): void {
  const paints = (globalThis.paints ??= []);
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { element } = entry as PerformanceEntry & { element?: Element | null };
      const row = element?.closest('[aria-label="Chats"] li') ?? null;
      paints.push({ at: entry.startTime, isInRow: row !== null });
    }
  });
  observer.observe({ type: 'largest-contentful-paint', buffered: true });
}

export async function readPaint(wantsRows: boolean, patienceMs: number): Promise<Painted> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    const rows = globalThis.paints?.find(({ isInRow }) => isInRow)?.at;
    const isOver = performance.now() > deadline;
    if (first !== undefined && (rows !== undefined || !wantsRows || isOver)) {
      return { openedAt: performance.timeOrigin, first, ...(rows !== undefined && { rows }) };
    }
    if (isOver) throw new Error('Nothing was painted.');
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
