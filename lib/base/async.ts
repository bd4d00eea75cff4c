/** Runs a piece of work for each item, a few at a time, and waits for all of them. */
export async function forEachLimited<T>(
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

/** Work that is never done twice at a time. */
export interface SingleFlight<T, A extends unknown[] = []> {
  /** A call while it runs joins in and gets the same outcome. */
  (...given: A): Promise<T>;
  /** Waits for what runs and then does it: for whom what began earlier knows too little. */
  anew(...given: A): Promise<T>;
}

export function singleFlight<T, A extends unknown[] = []>(
  work: (...given: A) => Promise<T>,
): SingleFlight<T, A> {
  let running: Promise<T> | undefined;
  const run = (...given: A) => {
    running ??= work(...given).finally(() => {
      running = undefined;
    });
    return running;
  };
  const anew = async (...given: A) => {
    await running?.catch(() => undefined);
    return run(...given);
  };
  return Object.assign(run, { anew });
}

/** Like `singleFlight`, but a call while it runs makes it run once more afterwards. */
export function rerunIfDirty(work: () => Promise<void>): () => Promise<void> {
  let isWanted = false;
  const run = singleFlight(async () => {
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

export type SerialQueue = <A>(work: (input: A) => Promise<void>) => (input: A) => Promise<void>;

/** Several kinds of work, one call after the other in the order they were asked for. */
export function serialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => (input) => {
    const turn = last.then(
      () => work(input),
      () => work(input),
    );
    last = turn;
    return turn;
  };
}

/** Waits for work as long as there is patience, ms. What it does afterwards it does all the same. */
export async function waitAtMost(patienceMs: number, work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs);
  });
  try {
    await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}

/** Done at the first call; every other one gets the same outcome. */
export function once<T>(work: () => T): () => T {
  let done: { outcome: T } | undefined;
  return () => (done ??= { outcome: work() }).outcome;
}
