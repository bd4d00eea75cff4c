/** These run inside a page: each stands alone. */

declare global {
  var keyPress: Promise<KeyPress> | undefined;
}

export interface KeyPress {
  /** ms since the epoch */
  pressedAt: number;
  /** From the key to the document without the row, ms. */
  gone: number;
  /** From the key to the end of the frame that was painted after, ms. */
  painted: number;
}

/** Waits for the key that takes away the row which is called so, and follows what comes of it. */
export function watchKey(label: string): void {
  const hasRow = () =>
    [...document.querySelectorAll('[aria-label="Chats"] li')].some(
      (row) => row.getAttribute('aria-label') === label,
    );
  const follow = ({ timeStamp }: Event, resolve: (press: KeyPress) => void) => {
    const pressedAt = performance.timeOrigin + timeStamp;
    const sinceKey = () => performance.now() - timeStamp;
    const observer = new MutationObserver(() => {
      if (hasRow()) return;
      observer.disconnect();
      const gone = sinceKey();
      const { port1, port2 } = new MessageChannel();
      const onPainted = () => resolve({ pressedAt, gone, painted: sinceKey() });
      port1.addEventListener('message', onPainted, { once: true });
      port1.start();
      // A message is a task of its own, which comes when the frame has been drawn.
      requestAnimationFrame(() => port2.postMessage(null));
    });
    observer.observe(document, { childList: true, subtree: true, attributeFilter: ['aria-label'] });
  };
  const promise = new Promise<KeyPress>((resolve) => {
    addEventListener('keydown', (event) => follow(event, resolve), { capture: true, once: true });
  });
  globalThis.keyPress = promise;
}

export function readKey(): Promise<KeyPress> {
  return globalThis.keyPress ?? Promise.reject(new Error('No key was watched.'));
}

/** What the row is called that the key is going to take away. */
export function currentRow(): string | null {
  const row = document.activeElement?.closest('[aria-label="Chats"] li');
  return row?.getAttribute('aria-label') ?? null;
}
