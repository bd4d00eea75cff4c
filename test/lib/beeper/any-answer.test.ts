import * as fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';

import type { HttpOptions } from '@/lib/beeper/guarded-fetch';
import { createOAuth } from '@/lib/beeper/oauth';
import { CompanionError, isErrorCode } from '@/lib/base/errors';
import { serverOf } from '@/lib/model/connection/discovery';
import type { Authorization } from '@/lib/model/connection/sign-in';
import { ITEMS, type Slices } from '@/lib/storage/items';
import { HOUR, strictlyLater } from '@/lib/base/time';
import { applyLiveEvents } from '@/lib/worker/sync/live-events';
import { identify, pollUnread, WHOLE } from '@/lib/worker/sync/poll';
import { fillPreviews } from '@/lib/worker/sync/previews';
import { type Session, sessionWith } from '@/lib/worker/core/session';
import type { State } from '@/lib/worker/core/state';
import { refetchMissing } from '@/lib/worker/sync/missing';
import { hasIncomingSince } from '@/lib/worker/reminders/dismiss-on-incoming';
import {
  type Answer,
  anyAnswer,
  type Kind,
  KINDS,
  type Make,
  MAKES,
  responseTo,
} from '../../helpers/any-answer';
import { jsonOf } from '../../helpers/any-text';
import { aChat, aRawChat, aRawMessage, aReminder, chatMap } from '../../helpers/builders';
import { NOON } from '../../helpers/clock';
import { resetBrowser } from '../../helpers/fake-browser';
import { oddIn, oddInSighting, oddInState } from '../../helpers/odd';
import { labelled } from '../../helpers/pictures';
import { REACH } from '../../helpers/reach';

/** Of a hundred answers this many are to each question. */
const SHARE: Record<Kind, number> = {
  chats: 26,
  search: 20,
  chat: 15,
  messages: 15,
  accounts: 6,
  info: 6,
  register: 4,
  token: 4,
  introspect: 4,
};
const HUNDREDS: Record<Make, number> = { valid: 20, mutated: 40, hostile: 40 };

const parsed = new Map<string, number>();
const JSON_HEADERS = { 'content-type': 'application/json' };
const ALL = KINDS.flatMap((kind) => MAKES.map((make) => [kind, make] as const));

beforeEach(resetBrowser);

afterAll(() => {
  const total = [...parsed.values()].reduce((sum, count) => sum + count, 0);
  const counts = [...parsed].map(([kind, count]) => `${kind} ${count}`).toSorted();
  console.info(`${total} answers parsed: ${counts.join(', ')}`);
});

const BASE = 'http://localhost:23373';
const CONNECTION = { baseUrl: BASE, token: 's3cret' };
const ADA = aChat({ unreadCount: 1, seenAt: NOON - HOUR });

/** Knows one chat, unread and with a reminder; everything else comes from the answer. */
function newState(): State {
  const fallbacks = Object.entries(ITEMS).map(([name, { fallback }]) => [name, fallback] as const);
  const status = {
    isConnected: true,
    baseUrl: BASE,
    version: '4.3.20',
    connectedAt: NOON - HOUR,
    syncedAt: NOON,
  };
  return {
    ...(Object.fromEntries(fallbacks) as unknown as Slices),
    status,
    connection: CONNECTION,
    reminders: { [ADA.id]: aReminder() },
    chats: chatMap(ADA),
  };
}

/** Which request the answer is to; every other one is answered as by an empty Beeper. */
const ROUTES: Record<Kind, RegExp> = {
  chats: /\/v1\/chats$/,
  search: /\/v1\/chats\/search/,
  chat: /\/v1\/chats\/[^/]+\?/,
  messages: /\/messages/,
  accounts: /\/v1\/accounts$/,
  info: /\/v1\/info$/,
  register: /\/oauth\/register$/,
  token: /\/oauth\/token$/,
  introspect: /\/oauth\/introspect$/,
};

function reachTo(kind: Kind, answer: Answer): HttpOptions {
  const fetch: HttpOptions['fetch'] = async (input) => {
    const url = String(input);
    if (ROUTES[kind].test(url)) return responseTo(answer);
    return Response.json(url.endsWith('/accounts') ? [] : { items: [] });
  };
  return { ...REACH, fetch };
}

/** A piece of the worker's work with these answers, and the state it leaves. */
function openSession(reach: HttpOptions): { session: Session; state: () => State } {
  let state = newState();
  const store = {
    read: async () => state,
    update: async (change: (before: State) => State) => (state = change(state)),
  };
  const session = sessionWith(CONNECTION, {
    ...reach,
    now: () => NOON,
    moment: strictlyLater(() => NOON),
    random: () => 0.5,
    shrink: labelled,
    store,
  });
  return { session, state: () => state };
}

const REDIRECT = 'http://127.0.0.1:50000/callback';
const UNDER_WAY: Authorization = {
  baseUrl: BASE,
  clientID: 'x',
  tokenUrl: `${BASE}/oauth/token`,
  redirectUri: REDIRECT,
  state: 'x',
  verifier: 'x',
};

/** What the companion does that asks this question. */
const ASK: Record<Kind, (session: Session, reach: HttpOptions) => Promise<unknown>> = {
  chats: (session) => pollUnread(session, WHOLE),
  search: async (session) => {
    await pollUnread(session, WHOLE);
    await applyLiveEvents(
      session,
      ['!1', '!2', '!3', '!4'].map((chatID) => ({ chatID, deleted: [] })),
    );
  },
  chat: async (session) => {
    const polled = { boxes: ['primary'] as const, described: new Set<string>(), requestedAt: NOON };
    await refetchMissing(session, polled);
    await session.api.chat(ADA.id);
  },
  messages: async (session) => {
    await fillPreviews(session, [ADA.id]);
    await hasIncomingSince(session, aReminder());
  },
  accounts: (session) => identify(session),
  info: async (session) => {
    await identify(session);
    const beeper = serverOf(BASE, await session.api.info(), session.version());
    expect(oddInSighting(beeper)).toStrictEqual([]);
  },
  register: (_session, reach) => createOAuth(BASE, reach).begin(REDIRECT),
  token: (_session, reach) =>
    createOAuth(BASE, reach).finish(UNDER_WAY, `${REDIRECT}?code=x&state=x`),
  introspect: (_session, reach) => createOAuth(BASE, reach).scopes('s3cret'),
};

async function ask(kind: Kind, answer: Answer) {
  const reach = reachTo(kind, answer);
  const { session, state } = openSession(reach);
  const told = await ASK[kind](session, reach).catch(refusal);
  return { session, state: state(), told };
}

/** Only what is known by its code may come past the edge. */
function refusal(error: unknown): 'refused' {
  if (!(error instanceof CompanionError) || !isErrorCode(error.code)) throw error;
  return 'refused';
}

/** Whatever Beeper calls its chats, they can be asked after and acted on. */
async function expectReachable({ api }: Session, { chats }: State): Promise<void> {
  for (const id of [...chats.keys()].slice(0, 3)) {
    const requests = [() => api.chat(id), () => api.remind(id, { remindAtMs: NOON })];
    for (const request of requests) await Promise.resolve().then(request).catch(refusal);
  }
}

describe('any answer', () => {
  it('is one of 10,000', () => {
    const shares = Object.values(SHARE).reduce((sum, share) => sum + share, 0);
    const hundreds = Object.values(HUNDREDS).reduce((sum, count) => sum + count, 0);
    expect(shares * hundreds).toBe(10_000);
  });

  it.each(ALL)(
    'to %s, %s, is read or refused',
    async (kind, make) => {
      const reading = fc.asyncProperty(anyAnswer(kind, make), async (answer) => {
        const { session, state, told } = await ask(kind, answer);
        const isRefused = told === 'refused';
        const name = `${kind} ${make}${isRefused ? ' (refused)' : ''}`;
        parsed.set(name, (parsed.get(name) ?? 0) + 1);
        expect(isRefused && make === 'valid').toBe(false);
        expect([...oddIn(told), ...oddInState(state)]).toStrictEqual([]);
        await expectReachable(session, state);
      });
      await fc.assert(reading, { numRuns: SHARE[kind] * HUNDREDS[make] });
    },
    180_000,
  );

  it.each([
    ['chats', aRawChat()],
    ['search', aRawChat()],
    ['messages', aRawMessage()],
  ] as const)('to %s is read with any member nested deeper than the stack', async (kind, item) => {
    for (const name of Object.keys(item)) {
      const page = jsonOf({ items: [{ ...item, [name]: '@@list' }], hasMore: false });
      const { state, told } = await ask(kind, { body: page, status: 200, headers: JSON_HEADERS });
      expect([...oddIn(told), ...oddInState(state)]).toStrictEqual([]);
    }
  });
});
