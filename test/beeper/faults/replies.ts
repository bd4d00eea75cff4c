import { ApiError, errorReply, html, json, type Reply } from '../http/reply';
import type { Fault } from './list';
import type { FaultOptions } from './faults';

type Maker = (options: FaultOptions, now: number) => Reply;
type Broken = 'hanging' | 'down' | 'wrong-length' | 'trickle' | 'huge-body';
type Reset = 'reset-before-headers' | 'reset-in-body';

/** Faults that are a complete answer, only not the one the client hoped for. */
export type ReplyFault = Exclude<Fault, Broken | Reset>;

const ERROR_PAGE =
  '<!doctype html><html><head><title>Oops</title></head><body><h1>Oops</h1></body></html>';

export const FAULT_REPLIES: Record<ReplyFault, Maker> = {
  '400': () => failure(400, 'VALIDATION_ERROR', 'The request cannot be read'),
  '401': () => failure(401, 'unauthorized', 'Token expired'),
  '403': () => failure(403, 'forbidden', 'The token lacks the required scope: write'),
  '404': () => failure(404, 'NOT_FOUND', 'Chat not found'),
  '405': () => failure(405, 'METHOD_NOT_ALLOWED', 'Method not allowed'),
  '408': () => failure(408, 'REQUEST_TIMEOUT', 'The request took too long'),
  '409': () => failure(409, 'CONFLICT', 'Something else is going on'),
  '413': () => failure(413, 'PAYLOAD_TOO_LARGE', 'The request is too long'),
  '422': () => failure(422, 'VALIDATION_ERROR', 'The request does not fit the schema'),
  '429': () => tooMany({}),
  '429-seconds': ({ retryAfterSeconds = 30 }) =>
    tooMany({ 'retry-after': String(retryAfterSeconds) }),
  '429-date': ({ retryAfterSeconds = 30 }, now) =>
    tooMany({ 'retry-after': new Date(now + retryAfterSeconds * 1_000).toUTCString() }),
  '429-ms': ({ retryAfterSeconds = 30 }) =>
    tooMany({ 'retry-after-ms': String(retryAfterSeconds * 1_000) }),
  '500': () => failure(500, 'INTERNAL_ERROR', 'Something broke'),
  '501': () => failure(501, 'NOT_IMPLEMENTED', 'Not implemented'),
  '502': () => failure(502, 'BAD_GATEWAY', 'Bad gateway'),
  '503': () => failure(503, 'UNAVAILABLE', 'Starting up'),
  '504': () => failure(504, 'GATEWAY_TIMEOUT', 'Nobody answered in time'),
  'signed-out': () => failure(403, 'forbidden', 'A logged-in Matrix session is required'),
  'html-200': () => html(ERROR_PAGE),
  'html-502': () => html(ERROR_PAGE, 502),
  'empty-body': () => ({ ...json(null), body: '' }),
  'json-array': () => json([]),
  'json-null': () => json(null),
  'json-string': () => json('fine'),
  'json-number': () => json(42),
  'json-foreign': () => json({ ok: true, data: { users: [{ name: 'nobody' }] } }),
  'cut-json': () => ({ ...json(null), body: '{"items":[{"id":"!cut:beeper.local","title":"Hal' }),
  'wrong-type': () => ({ ...json({ items: [] }), headers: { 'content-type': 'image/png' } }),
  'redirect-302': (options) => redirected(302, options),
  'redirect-307': (options) => redirected(307, options),
};

export function isReplyFault(fault: Fault): fault is ReplyFault {
  return Object.hasOwn(FAULT_REPLIES, fault);
}

function failure(status: number, code: string, message: string): Reply {
  return errorReply(new ApiError(status, code, message));
}

function tooMany(headers: Record<string, string>): Reply {
  const reply = failure(429, 'RATE_LIMITED', 'Too many requests');
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

/** A name that never resolves, so that a client which follows is caught and goes nowhere. */
function redirected(status: number, { to = 'http://elsewhere.invalid/' }: FaultOptions): Reply {
  return { status, headers: { location: to }, body: '' };
}
