import * as fc from 'fast-check';

import { type Age, AGES, APP_VERSION } from '../beeper/age';
import { DEFAULT_SWITCHES } from '../beeper/switches';
import { chatView, listedParticipants } from '../beeper/views/chats';
import { messageView } from '../beeper/views/messages';
import { accountView } from '../beeper/views/people';
import type { ChatRecord } from '../beeper/world/records';
import { World } from '../beeper/world/world';
import { anyHostileText, anyHugeText, anyOddValue, jsonOf, ODD_NAMES } from './any-text';
import { NOON } from './clock';

/** What an answer is to. */
export const KINDS = [
  'chats',
  'search',
  'chat',
  'messages',
  'accounts',
  'info',
  'register',
  'token',
  'introspect',
] as const;
export type Kind = (typeof KINDS)[number];

/** As Beeper gives it; damaged in some places; well formed, with hostile words in every text. */
export const MAKES = ['valid', 'mutated', 'hostile'] as const;
export type Make = (typeof MAKES)[number];

/** An answer as it comes over the wire. */
export interface Answer {
  body: string;
  status: number;
  headers: Readonly<Record<string, string>>;
}

export function anyAnswer(kind: Kind, make: Make): fc.Arbitrary<Answer> {
  return anyAge.chain((age) =>
    fc.record({ body: bodyOf(kind, make, age), status: STATUS[make], headers: HEADERS[make](age) }),
  );
}

/** Only the body, for whoever has no use for the wire. */
export function anyBody(kind: Kind, make: Make): fc.Arbitrary<string> {
  return anyAge.chain((age) => bodyOf(kind, make, age));
}

export function responseTo({ body, status, headers }: Answer): Response {
  const hasNoBody = status === 204 || status === 304;
  return new Response(hasNoBody ? null : body, { status, headers });
}

const anyAge = fc.constantFrom(...AGES);

function bodyOf(kind: Kind, make: Make, age: Age): fc.Arbitrary<string> {
  const valid = VALID[kind](age);
  if (make === 'valid') return valid.map(jsonOf);
  return make === 'hostile' ? hostile(valid).map(jsonOf) : broken(mutated(valid).map(jsonOf));
}

const world = new World({ seed: 7, chats: 60, now: () => NOON, switches: DEFAULT_SWITCHES });
const anyChat = fc.constantFrom(...world.chats.values());
const BASE = 'http://localhost:23373';
const ENDPOINTS = {
  authorization_endpoint: `${BASE}/oauth/authorize`,
  token_endpoint: `${BASE}/oauth/token`,
};
const anyScope = fc.constantFrom('read', 'read write');

/** docs/beeper-api.md, by the hands that write the stand-in's answers. */
const VALID: Record<Kind, (age: Age) => fc.Arbitrary<unknown>> = {
  chats: (age) =>
    pageOf(anyChat.map((chat) => ({ ...listed(chat, age), preview: lastOf(chat, age) }))),
  search: (age) => pageOf(anyChat.map((chat) => listed(chat, age))),
  chat: (age) => anyChat.map((chat) => chatView(chat, { age, participants: 20 })),
  messages: (age) =>
    anyChat.chain((chat) =>
      pageOf(
        fc.constantFrom(...world.messages(chat)).map((one) => messageView(one, { age, chat })),
      ),
    ),
  accounts: (age) => fc.subarray(world.accounts.map((account) => accountView(account, age))),
  info: (age) =>
    fc.constant({
      app: { name: 'Beeper', version: APP_VERSION[age], bundle_id: 'com.automattic.beeper' },
      platform: { os: 'linux', arch: 'x64', release: '6.8.0' },
      server: { status: 'running', base_url: BASE, port: 23_373, remote_access: false },
      endpoints: { oauth: ENDPOINTS, spec: `${BASE}/v1/spec`, ws_events: `${BASE}/v1/ws` },
    }),
  register: () =>
    fc
      .record({ client_id: fc.uuid(), scope: anyScope })
      .map((client) => ({ ...client, ...ENDPOINTS, redirect_uris: ['http://127.0.0.1:50000/'] })),
  token: () =>
    fc.record(
      {
        access_token: fc.uuid(),
        token_type: fc.constant('Bearer'),
        scope: anyScope,
        expires_in: fc.nat(),
      },
      { requiredKeys: ['access_token', 'token_type'] },
    ),
  introspect: () =>
    fc.record(
      { active: fc.boolean(), scope: anyScope, exp: fc.nat() },
      { requiredKeys: ['active'] },
    ),
};

function listed(chat: ChatRecord, age: Age): object {
  return chatView(chat, { age, participants: listedParticipants(age) });
}

function lastOf(chat: ChatRecord, age: Age): object | undefined {
  const last = world.messages(chat).at(-1);
  return last && messageView(last, { age, chat });
}

function pageOf<T>(item: fc.Arbitrary<T>): fc.Arbitrary<object> {
  return fc.record({
    items: fc.array(item, { maxLength: 8 }),
    hasMore: fc.boolean(),
    oldestCursor: fc.constantFrom('WzEsImEiXQ', null),
    newestCursor: fc.constantFrom('WzIsImIiXQ', null),
  });
}

/** A member of an object or an item of a list. */
interface Place {
  holder: object;
  key: string;
}

function placesIn(holder: object): Place[] {
  return Object.entries(holder).flatMap(([key, value]: [string, unknown]) => [
    { holder, key },
    ...(typeof value === 'object' && value !== null ? placesIn(value) : []),
  ]);
}

function valueAt({ holder, key }: Place): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}

/** As JSON does it: `__proto__` is a member like any other, and nothing is in two places. */
function put({ holder, key }: Place, value: unknown): void {
  const rest = { enumerable: true, configurable: true, writable: true };
  const own = typeof value === 'object' ? structuredClone(value) : value;
  Object.defineProperty(holder, key, { value: own, ...rest });
}

/** Changes a copy. */
function changed(value: unknown, change: (places: () => Place[]) => void): unknown {
  const root = { answer: structuredClone(value) };
  change(() => placesIn(root));
  return root.answer;
}

type Change = (place: Place) => void;

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.constant<Change>(({ holder, key }) => void Reflect.deleteProperty(holder, key)),
  {
    weight: 5,
    arbitrary: anyOddValue.map(
      (odd): Change =>
        (place) =>
          put(place, odd),
    ),
  },
  fc.constantFrom(...ODD_NAMES).map((key): Change => (place) => {
    put({ ...place, key }, valueAt(place));
  }),
  fc.constant<Change>(({ holder, key }) => {
    if (Array.isArray(holder)) holder.push(...structuredClone([holder[Number(key)], ...holder]));
  }),
);

/** What is read of an answer; the rest of it may be as odd as it likes. */
const READ =
  'items hasMore oldestCursor id accountID title network type unreadCount lastActivity preview ' +
  'reminder remindAt remindAtMs isArchived isMarkedUnread isLowPriority participants fullName ' +
  'mergedIntoChatID imgURL senderID senderName timestamp text attachments user bridge app version ' +
  'client_id token_endpoint access_token scope expires_in active';

const anySpot = fc.record({ key: fc.constantFrom(undefined, ...READ.split(' ')), at: fc.nat() });

function mutated(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const changes = fc.array(fc.tuple(anySpot, anyChange), { minLength: 1, maxLength: 8 });
  return fc.tuple(valid, changes).map(([value, all]) =>
    changed(value, (places) => {
      for (const [{ key, at }, change] of all) {
        const found = places().filter((place) => key === undefined || place.key === key);
        const place = found[at % found.length];
        if (place) change(place);
      }
    }),
  );
}

/** Now and then not even JSON. */
function broken(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const cut = fc.tuple(text, fc.nat()).map(([whole, at]) => whole.slice(0, at % whole.length));
  const other = fc.constantFrom('', 'null', '[]', '{}', '7', '"x"', '<html>', '\uFEFF{"items":[]}');
  return fc.oneof({ weight: 10, arbitrary: text }, cut, other);
}

/** Whatever else is said of a chat, it still counts, sorts and shows its last message. */
const SYNC_STATES = new Set(['group', 'single', 'TEXT']);
const KEPT_KEYS = new Set(['lastActivity', 'timestamp', 'remindAt']);

function isText(place: Place): boolean {
  const value = valueAt(place);
  return typeof value === 'string' && !SYNC_STATES.has(value) && !KEPT_KEYS.has(place.key);
}

/** The same text becomes the same other one, so that ids still lead where they led. */
function hostile(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const words = fc.array(anyHostileText, { minLength: 1, maxLength: 8 });
  const huge = fc.array(fc.tuple(fc.nat(), anyHugeText), { maxLength: 1 });
  return fc.tuple(valid, words, huge).map(([value, texts, long]) =>
    changed(value, (places) => {
      const texted = places().filter(isText);
      const known = new Map([...new Set(texted.map(valueAt))].map((text, index) => [text, index]));
      for (const place of texted) {
        const index = known.get(valueAt(place)) ?? 0;
        const isTaken = /id$/i.test(place.key) && index >= texts.length;
        put(place, `${texts[index % texts.length]}${isTaken ? index : ''}`);
      }
      for (const [at, text] of long) {
        const place = texted[at % texted.length];
        if (place) put(place, text);
      }
    }),
  );
}

const anyOddStatus = fc.oneof(
  { weight: 8, arbitrary: fc.constant(200) },
  fc.constantFrom(201, 204, 206, 301, 304, 400, 401, 402, 403, 404, 405, 408, 409, 418, 422, 429),
  fc.constantFrom(500, 501, 502, 503, 599),
);
const STATUS: Record<Make, fc.Arbitrary<number>> = {
  valid: fc.constant(200),
  mutated: anyOddStatus,
  hostile: anyOddStatus,
};

const HEADERS: Record<Make, (age: Age) => fc.Arbitrary<Answer['headers']>> = {
  valid: (age) =>
    fc.constant({
      'content-type': 'application/json; charset=utf-8',
      'x-beeper-desktop-version': APP_VERSION[age],
    }),
  mutated: oddHeaders,
  hostile: oddHeaders,
};

const JSON_TYPE = fc.constantFrom('application/json', 'text/json; charset=x');

function oddHeaders(age: Age): fc.Arbitrary<Answer['headers']> {
  const version = APP_VERSION[age];
  return fc.record({
    'content-type': fc.oneof({ weight: 9, arbitrary: JSON_TYPE }, fc.constantFrom('text/html', '')),
    'x-beeper-desktop-version': fc.constantFrom(version, version, '<b>4</b>', '', '9'.repeat(400)),
    'retry-after': fc.constantFrom('', '1', '-1', '1e999', 'soon', 'Wed, 20 May 2026 12:00:09 GMT'),
    'retry-after-ms': fc.constantFrom('', 'NaN', 'Infinity', '-5', '99999999999999999999'),
  });
}
