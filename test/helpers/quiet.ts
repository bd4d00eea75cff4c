/**
 * Knows of all work under way that ends by itself: a test waits for quiet, never for a time to
 * pass. Between two such pieces of work nothing but promises run, and those end within a turn.
 */
let underWay = 0;

export async function tracked<T>(work: Promise<T>): Promise<T> {
  underWay += 1;
  try {
    return await work;
  } finally {
    underWay -= 1;
  }
}

const QUIET_TURNS = 5;

export async function quiet(): Promise<void> {
  for (let turns = 0; turns < QUIET_TURNS; turns += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    if (underWay > 0) turns = -1;
  }
}

/** The answer, known to be under way until its body has been read. */
export function trackBody(response: Response): Response {
  if (!response.body) return response;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  void tracked(response.body.pipeTo(writable)).catch(() => undefined);
  return Object.defineProperty(response, 'body', { value: readable });
}

/** Reading a body takes turns of its own. */
for (const name of ['json', 'text', 'arrayBuffer'] as const) {
  const read = Response.prototype[name] as (this: Response) => Promise<unknown>;
  Object.assign(Response.prototype, {
    [name](this: Response) {
      return tracked(read.call(this));
    },
  });
}
