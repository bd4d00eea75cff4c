/** Ctrl-C, a polite kill, a closed terminal. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const PARENT_CHECK_MS = 500;

/** Being told to stop is how a demo ends well, whoever else may have another status in mind. */
export function toldToStop(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.once('exit', () => {
        process.exitCode = 0;
      });
      resolve();
    };
    for (const signal of SIGNALS) process.on(signal, stop);
    watchParent(stop);
  });
}

/** npm passes a polite kill on to its shell, and the shell to nobody: we notice that it is gone. */
export function watchParent(orphaned: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    orphaned();
  }, PARENT_CHECK_MS);
  timer.unref();
}

/** Does work that listens to signals by itself, such as Puppeteer's, and lets none of it stay. */
export async function withoutItsSignals<T>(work: () => Promise<T>): Promise<T> {
  const before = new Set(SIGNALS.flatMap((signal) => process.listeners(signal)));
  try {
    return await work();
  } finally {
    for (const signal of SIGNALS) {
      const added = process.listeners(signal).filter((listener) => !before.has(listener));
      for (const listener of added) process.off(signal, listener);
    }
  }
}
