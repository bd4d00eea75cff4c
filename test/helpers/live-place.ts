import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';

import { keepOpen } from '@/lib/beeper/live/keep-open';
import type { Socket } from '@/lib/beeper/live/socket';
import type { Handlers } from '@/lib/requests/bridge';
import type { LiveParts } from '@/lib/worker/connection/live';
import { type Life, live } from './life';

export interface LivePlace extends LiveParts {
  /** Headers that handshakes could carry, in order: a token let through, or none again. */
  readonly handshakes: readonly (string | null)[];
  /** The browser takes the document away, as it may, and tells nobody. */
  lose(): void;
}

/**
 * A document out of sight, as the browser has it: it outlives the worker and speaks to the one that
 * runs. Its sockets are real ones.
 */
export function livePlace(worker: () => { handlers: Handlers; life: Life }): LivePlace {
  const handshakes: (string | null)[] = [];
  let kept: { url: string; stop: () => void } | undefined;
  const clear = () => {
    kept?.stop();
    kept = undefined;
  };
  const open = (url: string): Socket => {
    const token = handshakes.at(-1);
    const socket = new WebSocket(url, { headers: token ? { authorization: token } : {} });
    // Told by the close that follows.
    socket.on('error', () => undefined);
    return socket as unknown as Socket;
  };
  let isSilent = false;
  const ask: Parameters<typeof keepOpen>[1]['ask'] = (name, payload) => {
    if (isSilent) return Promise.resolve();
    const { handlers, life } = worker();
    const handle = handlers[name] as (given: unknown) => Promise<void>;
    return live(life, () => handle(payload));
  };
  onTestFinished(clear);
  return {
    handshakes,
    lose: () => {
      isSilent = true;
      clear();
    },
    place: {
      isWithWorker: false,
      current: () => Promise.resolve(kept?.url),
      put: async (url) => {
        clear();
        isSilent = false;
        kept = { url, stop: keepOpen(url, { open, ask, random: () => 0 }) };
      },
      clear: async () => clear(),
    },
    header: {
      letThrough: async (_url, token) => void handshakes.push(`Bearer ${token}`),
      withdraw: async () => void handshakes.push(null),
    },
  };
}
