import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

import type { Age } from '../age';
import { findRoute } from './match';
import type { Route } from './route';

/** One request as a test sees it afterwards. */
export interface LoggedRequest {
  method: string;
  path: string;
  query: Record<string, string[]>;
  headers: IncomingHttpHeaders;
  /** Parsed JSON or form; the bare text if it is neither; undefined if there was none. */
  body: unknown;
  time: number;
  /** The pattern of the route that took it, such as `POST /v1/chats/:chatID/archive`. */
  route?: string;
  params: Record<string, string>;
  /** Null as long as no answer went out. */
  status: number | null;
}

/** What is known of a request before its body. */
export type AskedRequest = Pick<IncomingMessage, 'method' | 'url' | 'headers'>;

export function describeRequest(
  request: AskedRequest,
  { now, age, routes }: { now: number; age: Age; routes: readonly Route[] },
): LoggedRequest {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const query: Record<string, string[]> = {};
  for (const name of url.searchParams.keys()) query[name] = url.searchParams.getAll(name);
  const method = request.method ?? 'GET';
  const match = findRoute(routes, { age, method, path: url.pathname });
  return {
    method,
    path: url.pathname,
    query,
    headers: request.headers,
    body: undefined,
    time: now,
    ...(match && { route: `${match.route.method} ${match.route.path}` }),
    params: match?.params ?? {},
    status: null,
  };
}

/** Null if the client hung up before it had said everything. */
export async function readBytes(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch {
    return null;
  }
}

export function parseBody(bytes: Buffer, contentType = ''): unknown {
  if (bytes.length === 0) return undefined;
  if (contentType.startsWith('multipart/form-data')) return bytes;
  const text = bytes.toString('utf8');
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  return parseJson(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
