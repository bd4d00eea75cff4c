/** These two run inside a page: each stands alone. */

declare global {
  /** When the first row was in the document, and when the frame after that had been painted, ms. */
  var rowSeen: { at: number; paintedAt?: number } | undefined;
}

export interface Painted {
  /** The start of the navigation, ms since the epoch. */
  openedAt: number;
  /** First-contentful-paint, ms after that. */
  first: number;
  /** The first frame that shows a row; left out when there was none to be seen. */
  rows?: number;
}

/** Notes when the first row comes; from the start of the document, or it comes too late. */
export function watchPaint(): void {
  const look = () => {
    if (globalThis.rowSeen || !document.querySelector('[aria-label="Chats"] li')) return;
    globalThis.rowSeen = { at: performance.now() };
    observer.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => {
        globalThis.rowSeen = { at: 0, ...globalThis.rowSeen, paintedAt: performance.now() };
      }),
    );
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
}

/**
 * A row that was in the document before the first contentful paint was in that frame: no script
 * runs between the layout of a frame and its paint. Where nobody watched from the start, the mark
 * tells that the first frame's script leaves when it has drawn its rows.
 */
export async function readPaint(wantsRows: boolean, patienceMs: number): Promise<Painted> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    const drawnAt = performance.getEntriesByName('first-frame')[0]?.startTime;
    const rowAt = globalThis.rowSeen?.at ?? drawnAt ?? Infinity;
    const isOver = performance.now() > deadline;
    if (first !== undefined) {
      const rows = rowAt <= first ? first : globalThis.rowSeen?.paintedAt;
      if (rows !== undefined || !wantsRows || isOver) {
        return { openedAt: performance.timeOrigin, first, ...(rows !== undefined && { rows }) };
      }
    }
    if (isOver) throw new Error('Nothing was painted.');
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
