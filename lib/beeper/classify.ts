import { APIConnectionTimeoutError, APIError } from '@beeper/desktop-api/core/error';

import { CompanionError, type ErrorCode } from '@/lib/base/errors';
import { readObject, readString } from '@/lib/base/parse';
import { SECOND } from '@/lib/base/time';

/** Turns whatever the SDK throws into a CompanionError: the one place where codes are decided. */
export function classify(error: unknown, now: number): CompanionError {
  if (error instanceof CompanionError) return error;
  if (!(error instanceof APIError)) return new CompanionError('badAnswer');
  if (error.cause instanceof CompanionError) return error.cause;
  if (error instanceof APIConnectionTimeoutError) return new CompanionError('notResponding');
  if (error.status === undefined) return new CompanionError('notRunning');
  const wait = error.headers ? retryAfterMs(error.headers, now) : undefined;
  const code = codeOfStatus(error.status, error.error, isFromBeeper(error.headers));
  return new CompanionError(code, wait, error.status);
}

/** https://www.rfc-editor.org/rfc/rfc9110#field.retry-after, and the `-ms` form the SDK knows. */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  const ms = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (ms >= 0) return ms;
  const value = headers.get('retry-after') ?? '';
  const seconds = Number.parseFloat(value);
  if (/^\s*\d/.test(value) && seconds >= 0) return seconds * SECOND;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

const STATUS_CODES: Record<number, ErrorCode> = {
  400: 'refused',
  401: 'tokenRejected',
  402: 'refused',
  405: 'tooOld',
  408: 'notResponding',
  409: 'serverTrouble',
  422: 'refused',
  429: 'rateLimited',
  501: 'tooOld',
};

function codeOfStatus(status: number, body: unknown, isOfBeeper: boolean): ErrorCode {
  const message = readString(readObject(body)?.message) ?? '';
  if (status === 403)
    return /\bsession\b|\b(sign|log)(ed|ged)?[ -]?(in|out)\b/i.test(message)
      ? 'notSignedIn'
      : 'readOnly';
  if (status === 404) {
    if (isBeeperError(body)) return missing(message);
    return isOfBeeper ? 'tooOld' : 'notBeeper';
  }
  const known = STATUS_CODES[status];
  if (known) return known;
  if (status >= 500) return 'serverTrouble';
  return status >= 400 ? 'refused' : 'badAnswer';
}

/** A missing route and a missing chat are both 404; only the words tell them apart. */
function missing(message: string): ErrorCode {
  if (/\b(chat|room|message|account|reminder)\b/i.test(message)) return 'chatGone';
  return /route|endpoint|url|path|cannot (get|post|patch|delete)/i.test(message)
    ? 'tooOld'
    : 'chatGone';
}

/** Every answer of Beeper's since Desktop 4.1.239 names the app's version. */
function isFromBeeper(headers: Headers | undefined): boolean {
  return headers?.has('x-beeper-desktop-version') ?? false;
}

function isBeeperError(body: unknown): boolean {
  return readString(readObject(body)?.code) !== undefined;
}
