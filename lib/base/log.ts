/**
 * A line for whoever opens the worker's console. Says what failed and the kind of error, never its
 * message: that may quote an address, a name or a text.
 */
export function warn(what: string, error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  // eslint-disable-next-line no-console -- the one place that writes to the console
  console.warn(`[companion] ${what} (${kind})`);
}
