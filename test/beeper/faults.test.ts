import { describe, expect, it } from 'vitest';

import { FAULTS, type Fault } from './faults/list';
import type { Beeper } from './server';
import { openBeeper, raw, sdk } from './support';

interface Seen {
  status: number | null;
  body: unknown;
  headers: Headers;
}

/** What a plain client makes of one call: status, then the body or the way it could not be had. */
async function look(beeper: Beeper, signal?: AbortSignal): Promise<Seen> {
  try {
    const response = await raw(beeper, '/v1/chats', signal ? { signal } : {});
    return { status: response.status, body: await bodyOf(response), headers: response.headers };
  } catch (error) {
    return { status: null, body: wordFor(error), headers: new Headers() };
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return text.startsWith('{') ? jsonOf(text) : text;
  } catch (error) {
    return wordFor(error);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return 'broken JSON';
  }
}

function wordFor(error: unknown): string {
  return error instanceof Error && error.name === 'TimeoutError' ? 'no end' : 'no connection';
}

const coded = (code: string): unknown => expect.objectContaining({ code });

/** Those that take their time, or give more than one wants, are looked at one by one below. */
const LONG = ['hanging', 'trickle', 'huge-body'] as const;
type Short = Exclude<Fault, (typeof LONG)[number]>;
const SHORT = FAULTS.filter((fault): fault is Short => !LONG.some((long) => long === fault));

const EXPECTED: Record<Short, [status: number | null, body: unknown]> = {
  down: [null, 'no connection'],
  '400': [400, coded('VALIDATION_ERROR')],
  '401': [401, coded('unauthorized')],
  '403': [403, coded('forbidden')],
  '404': [404, coded('NOT_FOUND')],
  '405': [405, coded('METHOD_NOT_ALLOWED')],
  '408': [408, coded('REQUEST_TIMEOUT')],
  '409': [409, coded('CONFLICT')],
  '413': [413, coded('PAYLOAD_TOO_LARGE')],
  '422': [422, coded('VALIDATION_ERROR')],
  '429': [429, coded('RATE_LIMITED')],
  '429-seconds': [429, coded('RATE_LIMITED')],
  '429-date': [429, coded('RATE_LIMITED')],
  '429-ms': [429, coded('RATE_LIMITED')],
  '500': [500, coded('INTERNAL_ERROR')],
  '501': [501, coded('NOT_IMPLEMENTED')],
  '502': [502, coded('BAD_GATEWAY')],
  '503': [503, coded('UNAVAILABLE')],
  '504': [504, coded('GATEWAY_TIMEOUT')],
  'signed-out': [403, { code: 'forbidden', message: 'A logged-in Matrix session is required' }],
  'html-200': [200, expect.stringContaining('<h1>')],
  'html-502': [502, expect.stringContaining('<h1>')],
  'empty-body': [200, ''],
  'json-array': [200, '[]'],
  'json-null': [200, 'null'],
  'json-string': [200, '"fine"'],
  'json-number': [200, '42'],
  'json-foreign': [200, expect.objectContaining({ ok: true })],
  'cut-json': [200, 'broken JSON'],
  'wrong-length': [200, 'no connection'],
  'wrong-type': [200, { items: [] }],
  'reset-before-headers': [null, 'no connection'],
  'reset-in-body': [200, 'no connection'],
  'redirect-302': [302, ''],
  'redirect-307': [307, ''],
};

describe('every fault', () => {
  it.each(SHORT)('%s is seen, and heals', async (fault) => {
    const beeper = await openBeeper();
    await beeper.fault(fault);
    const { status, body } = await look(beeper);
    expect([status, body]).toStrictEqual(EXPECTED[fault]);
    const { port } = beeper;
    await beeper.heal();
    expect(beeper.port).toBe(port);
    expect((await raw(beeper, '/v1/chats')).status).toBe(200);
  });

  it('hanging says nothing for as long as one waits', async () => {
    const beeper = await openBeeper();
    await beeper.fault('hanging');
    const { status, body } = await look(beeper, AbortSignal.timeout(100));
    expect([status, body]).toStrictEqual([null, 'no end']);
  });

  it('trickle goes on byte by byte', async () => {
    const beeper = await openBeeper();
    await beeper.fault('trickle', { pauseMs: 2 });
    const reader = (await raw(beeper, '/v1/chats')).body?.getReader();
    const texts: string[] = [];
    while (texts.join('').length < 4) {
      texts.push(Buffer.from((await reader?.read())?.value ?? []).toString());
    }
    await reader?.cancel();
    expect(texts.join('').slice(0, 4)).toBe('[   ');
  });

  it('huge-body is 50 MB long unless told otherwise', async () => {
    const beeper = await openBeeper();
    await beeper.fault('huge-body');
    const response = await raw(beeper, '/v1/chats');
    expect(response.headers.get('content-length')).toBe(String(50 * 1024 * 1024));
    await response.body?.cancel();
    await beeper.heal();
    await beeper.fault('huge-body', { bytes: 3_000_000 });
    expect((await (await raw(beeper, '/v1/chats')).arrayBuffer()).byteLength).toBe(3_000_000);
  });

  it('leaves nothing of a request to the routes', async () => {
    const beeper = await openBeeper();
    await beeper.fault('500');
    const [id = ''] = beeper.chats.keys();
    await expect(sdk(beeper).chats.archive(id)).rejects.toMatchObject({ status: 500 });
    expect(beeper.chat(id).isArchived).toBe(false);
  });
});

describe('a fault', () => {
  it('hits only the requests it is meant for', async () => {
    const beeper = await openBeeper();
    await beeper.fault('503', { when: ({ path }) => path === '/v1/accounts' });
    expect((await raw(beeper, '/v1/accounts')).status).toBe(503);
    expect((await raw(beeper, '/v1/chats')).status).toBe(200);
  });

  it('is over after as many requests as it was given', async () => {
    const beeper = await openBeeper();
    await beeper.fault('503', { times: 2 });
    const statuses = [];
    for (let request = 0; request < 3; request += 1) {
      statuses.push((await raw(beeper, '/v1/chats')).status);
    }
    expect(statuses).toStrictEqual([503, 503, 200]);
  });

  it('gives way to one that was set later', async () => {
    const beeper = await openBeeper();
    await beeper.fault('503');
    await beeper.fault('429', { times: 1 });
    expect((await raw(beeper, '/v1/chats')).status).toBe(429);
    expect((await raw(beeper, '/v1/chats')).status).toBe(503);
  });

  it.each([
    ['429', null, null],
    ['429-seconds', '9', null],
    ['429-date', 'Wed, 20 May 2026 12:00:09 GMT', null],
    ['429-ms', null, '9000'],
  ] as const)('%s says when to come back: %s, %s', async (fault, after, afterMs) => {
    const beeper = await openBeeper();
    await beeper.fault(fault, { retryAfterSeconds: 9 });
    const { headers } = await look(beeper);
    expect(headers.get('retry-after')).toBe(after);
    expect(headers.get('retry-after-ms')).toBe(afterMs);
  });

  it('hits after the effect when only the answer is to get lost', async () => {
    const beeper = await openBeeper();
    const chat = beeper.addChat();
    await beeper.fault('reset-before-headers', {
      when: ({ route }) => route === 'POST /v1/chats/:chatID/archive',
      isApplied: true,
    });
    await expect(sdk(beeper).chats.archive(chat.id)).rejects.toThrow('Connection error');
    expect(chat.isArchived).toBe(true);
  });

  it('can be that of one single chat', async () => {
    const beeper = await openBeeper();
    const [sick = '', well = ''] = beeper.chats.keys();
    await beeper.fault('500', { when: ({ params }) => params['chatID'] === sick });
    await expect(sdk(beeper).chats.retrieve(sick)).rejects.toMatchObject({ status: 500 });
    await expect(sdk(beeper).chats.retrieve(well)).resolves.toMatchObject({ id: well });
  });

  it('sends to another origin', async () => {
    const beeper = await openBeeper();
    const other = await openBeeper();
    await beeper.fault('redirect-307', { to: `${other.url}/v1/info` });
    const response = await fetch(`${beeper.url}/v1/info`);
    expect(response.url).toBe(`${other.url}/v1/info`);
  });

  it('turns the type of a good answer into that of a picture', async () => {
    const beeper = await openBeeper();
    await beeper.fault('wrong-type');
    const { headers } = await look(beeper);
    expect(headers.get('content-type')).toBe('image/png');
  });

  it('lets the official client through once it is over', async () => {
    const beeper = await openBeeper();
    await beeper.fault('503', { times: 1 });
    const client = sdk(beeper).withOptions({ maxRetries: 1 });
    await expect(client.accounts.list()).resolves.not.toHaveLength(0);
  });
});
