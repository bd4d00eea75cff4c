import type { IncomingHttpHeaders, RequestListener } from 'node:http';

import { describe, expect, it } from 'vitest';

import { type FetchGuards, guardFetch } from '@/lib/beeper/guarded-fetch';
import { REACH } from '../../helpers/reach';
import { serve } from '../../helpers/server';

async function fetchFrom(
  handle: RequestListener,
  guards: Partial<FetchGuards> = {},
  init?: RequestInit,
): Promise<Response> {
  const url = await serve(handle);
  const guarded = guardFetch({ ...REACH, maxBytes: 1000, ...guards });
  return guarded(url, init);
}

/** How it ends that is no answer. */
function troubleOf(handle: RequestListener, guards?: Partial<FetchGuards>): Promise<unknown> {
  return fetchFrom(handle, guards).then(
    ({ status }) => status,
    (error: unknown) => (error instanceof Error ? error.message : error),
  );
}

/** Writes for ever, a byte at a time, until nobody listens any more. */
const trickle: RequestListener = (_request, response) => {
  const more = () => {
    if (!response.destroyed) response.write('.', () => setImmediate(more));
  };
  more();
};

const stopInTheMiddle: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-length': 10 });
  response.write('{"a"');
};

const hangUpInTheMiddle: RequestListener = ({ socket }, response) => {
  response.writeHead(200, { 'content-length': 10 });
  response.write('{"a"', () => socket.resetAndDestroy());
};

describe('an answer', () => {
  it.each([200, 201, 400, 401, 404, 429, 500])('with status %d arrives whole', async (status) => {
    const response = await fetchFrom((_request, answer) => {
      answer.writeHead(status, { 'content-type': 'application/json' }).end('{"a":1}');
    });
    expect([response.status, await response.json()]).toStrictEqual([status, { a: 1 }]);
  });

  it.each([200, 204])('of success without a body is 204, also when it says %d', async (status) => {
    const response = await fetchFrom((_request, answer) => {
      answer.writeHead(status).end();
    });
    expect([response.status, await response.text()]).toStrictEqual([204, '']);
  });

  it('of failure without a body keeps its status', async () => {
    const response = await fetchFrom((_request, answer) => {
      answer.writeHead(500).end();
    });
    expect(response.status).toBe(500);
  });

  it('tells its headers before its body is read', async () => {
    const told: (string | null)[] = [];
    const onHeaders = (headers: Headers) => told.push(headers.get('x-version'));
    await fetchFrom(
      (_request, answer) => {
        answer.writeHead(200, { 'x-version': '4.3.20' }).end('{}');
      },
      { onHeaders },
    );
    expect(told).toStrictEqual(['4.3.20']);
  });

  it('may be as large as allowed', async () => {
    const response = await fetchFrom((_request, answer) => {
      answer.end('x'.repeat(1000));
    });
    expect((await response.text()).length).toBe(1000);
  });
});

describe('what is no answer', () => {
  it.each([301, 302, 303, 307, 308])(
    'is the redirect %d, which is not followed',
    async (status) => {
      let asked = 0;
      const handle: RequestListener = (_request, answer) => {
        asked += 1;
        answer.writeHead(status, { location: '/elsewhere' }).end();
      };
      expect(await troubleOf(handle)).toBe('notBeeper');
      expect(asked).toBe(1);
    },
  );

  it('is silence', async () => {
    expect(await troubleOf(() => undefined, { timeoutMs: 30 })).toBe('notResponding');
  });

  it('is a body that never ends, however busy', async () => {
    const guards = { timeoutMs: 60, maxBytes: Infinity };
    expect(await troubleOf(trickle, guards)).toBe('notResponding');
  });

  it('is a body that stops in the middle', async () => {
    expect(await troubleOf(stopInTheMiddle, { timeoutMs: 60 })).toBe('notResponding');
  });

  it('is too much', async () => {
    expect(await troubleOf((_request, answer) => answer.end('x'.repeat(1001)))).toBe('badAnswer');
  });

  it('is too much, in the words of who asked', async () => {
    const guards = { tooLarge: 'refused' } as const;
    expect(await troubleOf((_request, answer) => answer.end('x'.repeat(1001)), guards)).toBe(
      'refused',
    );
  });

  it('is too much without end, of which no more is read', async () => {
    expect(await troubleOf(trickle)).toBe('badAnswer');
  });

  it('is a closed door', async () => {
    const guarded = guardFetch({ ...REACH, maxBytes: 10 });
    await expect(guarded('http://127.0.0.1:1/')).rejects.toThrow('notRunning');
  });

  it('is a door the browser keeps closed', async () => {
    const guarded = guardFetch({ ...REACH, isAllowed: async () => false, maxBytes: 10 });
    await expect(guarded('http://127.0.0.1:1/')).rejects.toThrow('notAllowed');
  });

  it('is a connection lost before the answer', async () => {
    expect(await troubleOf((request) => request.socket.resetAndDestroy())).toBe('notRunning');
  });

  it('is a connection lost in the middle of it', async () => {
    expect(await troubleOf(hangUpInTheMiddle)).toBe('badAnswer');
  });
});

describe('a request', () => {
  it('carries its own headers and nothing that names the person', async () => {
    let seen: IncomingHttpHeaders = {};
    await fetchFrom(
      (request, answer) => {
        seen = request.headers;
        answer.end('{}');
      },
      {},
      { headers: { authorization: 'Bearer x' } },
    );
    expect(seen.authorization).toBe('Bearer x');
    expect(seen.cookie).toBeUndefined();
    expect(seen.referer).toBeUndefined();
  });

  it('ends when whoever asked no longer wants it', async () => {
    const wish = new AbortController();
    const asked = fetchFrom(() => wish.abort(), {}, { signal: wish.signal });
    await expect(asked).rejects.toThrow('notRunning');
  });
});
