export interface Later<T> {
  promise: Promise<T>;
  resolve: (value: T) => void;
}

/** A promise kept by hand; Node 20 has no `Promise.withResolvers`. */
export function later<T = void>(): Later<T> {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((keep) => {
    resolve = keep;
  });
  return { promise, resolve };
}
