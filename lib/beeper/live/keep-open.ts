import { MINUTE } from '@/lib/base/time';
import { EventBatcher } from './batcher';
import type { SocketRequest } from './events';
import { type Ending, reconnectDelay } from './pace';
import { LiveSocket, type Socket } from './socket';
import { StayAwake } from './stay-awake';

export interface LiveOptions {
  open: (url: string) => Socket;
  ask: (...request: SocketRequest) => Promise<void>;
  /** 0 to 1 */
  random: () => number;
}

/** A socket that did not hold this long is no better than one that was refused. */
const STEADY = MINUTE;

/**
 * Keeps a live socket open to this address, one after the other, and tells the worker what comes
 * over them. The worker is asked before each: it knows the token, and whether Beeper is there.
 *
 * @returns how to stop
 */
export function keepOpen(url: string, environment: LiveOptions): () => void {
  const batcher = new EventBatcher({
    tell: (events) => environment.ask('liveEvents', events),
    wait,
  });
  const awake = new StayAwake(() => environment.ask('stay', null));
  const over = new AbortController();
  let socket: LiveSocket | undefined;

  const attempt = async (): Promise<Ending> => {
    try {
      await environment.ask('socketOpening', null);
    } catch {
      return 'away';
    }
    if (over.signal.aborted) return 'away';
    socket = new LiveSocket(environment.open(url), {
      onOpen: () => {
        awake.begin();
        void tolerating(environment.ask('socketOpened', null));
      },
      onEvents: (news) => batcher.hear(news),
      onMissed: () => batcher.miss(),
    });
    const ending = await socket.ended;
    awake.end();
    await tolerating(environment.ask('socketClosed', { wasOpen: ending === 'lost' }));
    return ending;
  };

  const run = async () => {
    let failures = 0;
    while (!over.signal.aborted) {
      const since = performance.now();
      const ending = await attempt();
      const wasSteady = ending === 'lost' && performance.now() - since > STEADY;
      failures = wasSteady ? 0 : failures + 1;
      await wait(reconnectDelay(ending, failures, environment.random()));
    }
  };

  void run();
  return () => {
    over.abort();
    socket?.close();
  };
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** A worker that does not hear of it learns it from the next poll. */
async function tolerating(work: Promise<void>): Promise<void> {
  await work.catch(() => undefined);
}
