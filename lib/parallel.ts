/** Runs a piece of work for each item, a few at a time, and waits for all of them. */
export async function forEachFew<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items];
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
}

/** The work, never twice at a time: a call while it runs joins in and gets the same outcome. */
export function single<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => {
    running ??= work().finally(() => {
      running = undefined;
    });
    return running;
  };
}

/** Like `single`, but a call while it runs makes it run once more afterwards. */
export function singleAgain(work: () => Promise<void>): () => Promise<void> {
  let isWanted = false;
  const run = single(async () => {
    while (isWanted) {
      isWanted = false;
      await work();
    }
  });
  return () => {
    isWanted = true;
    return run();
  };
}
