import type { LoggedRequest } from '../../beeper/http/request';
import type { Saying, What } from './recorder';

/** Wherever a secret could have come to, and what is to be found there for certain. */
export const SURFACES = {
  pages: 'canary',
  messages: 'canary',
  storage: 'canary',
  databases: 'canary',
  console: 'marker',
  notifications: 'canary',
  requests: 'canary',
  toolbar: 'tooltip',
  addresses: 'address',
  diagnostics: 'address',
} as const satisfies Record<string, Planted>;

export type Planted = 'canary' | 'marker' | 'address' | 'tooltip';
export type Surface = keyof typeof SURFACES;
export type Evidence = Record<Surface, string[]>;

const SURFACE_OF: Record<Exclude<What, 'token field'>, Surface> = {
  page: 'pages',
  message: 'messages',
  reply: 'messages',
  storage: 'storage',
  database: 'databases',
  console: 'console',
  notification: 'notifications',
  toolbar: 'toolbar',
  address: 'addresses',
  clipboard: 'diagnostics',
};

export function emptyEvidence(): Evidence {
  const names = Object.keys(SURFACES) as Surface[];
  return Object.fromEntries(names.map((name) => [name, [] as string[]])) as Evidence;
}

/** Sorts what the recorders told by where it could be read. */
export function addSayings(evidence: Evidence, sayings: readonly Saying[]): void {
  for (const { what, data } of sayings) {
    if (what === 'token field') continue;
    evidence[SURFACE_OF[what]].push(what === 'message' ? withoutPasted(data) : data);
  }
}

/** The one message that carries a token: the page hands what was pasted to the worker. */
function withoutPasted(data: string): string {
  const [message] = [JSON.parse(data) as Envelope | [Envelope]].flat();
  if (message?.companion === 'connect') delete message.payload.token;
  return JSON.stringify(message);
}

interface Envelope {
  companion: string;
  payload: { token?: string };
}

/** Tokens belong into their header, and into the bodies of three routes of OAuth. */
export function addRequests(evidence: Evidence, requests: readonly LoggedRequest[]): void {
  for (const { method, path, query, headers, body } of requests) {
    const { authorization: _secret, ...others } = headers;
    const told = { method, path, query, others, ...(!OWN_BODY.has(path) && { body }) };
    evidence.requests.push(JSON.stringify(told));
  }
}

const OWN_BODY = new Set(['/oauth/introspect', '/oauth/revoke', '/oauth/token']);
