import type { MessageKey } from './i18n';

/** The one step that helps, drawn as a button. */
export type ErrorAction = 'openSettings' | 'tryAgain' | 'none';

interface ErrorText {
  title: MessageKey;
  hint: MessageKey;
  action: ErrorAction;
  /** `false`: asking again later may well succeed. */
  isFinal: boolean;
}

/**
 * Everything that can go wrong, as a person is told of it. A code without text does not compile,
 * because every text is a key of the English messages.
 */
export const ERRORS = {
  notConnected: entry('error_not_connected', 'openSettings', { isFinal: true }),
  notRunning: entry('error_not_running', 'tryAgain'),
  notResponding: entry('error_not_responding', 'tryAgain'),
  notBeeper: entry('error_not_beeper', 'openSettings'),
  badAnswer: entry('error_bad_answer', 'tryAgain'),
  badAddress: entry('error_bad_address', 'openSettings', { isFinal: true }),
  missingToken: entry('error_missing_token', 'openSettings', { isFinal: true }),
  tokenRejected: entry('error_token_rejected', 'openSettings'),
  readOnly: entry('error_read_only', 'openSettings', { isFinal: true }),
  notSignedIn: entry('error_not_signed_in', 'tryAgain'),
  tooOld: entry('error_too_old', 'none', { isFinal: true }),
  rateLimited: entry('error_rate_limited', 'tryAgain'),
  serverTrouble: entry('error_server_trouble', 'tryAgain'),
  chatGone: entry('error_chat_gone', 'none', { isFinal: true }),
  refused: entry('error_refused', 'none', { isFinal: true }),
  signInMissing: entry('error_sign_in_missing', 'openSettings', { isFinal: true }),
  signInDenied: entry('error_sign_in_denied', 'openSettings', { isFinal: true }),
  signInClosed: entry('error_sign_in_closed', 'openSettings', { isFinal: true }),
  signInExpired: entry('error_sign_in_expired', 'openSettings', { isFinal: true }),
  signInFailed: entry('error_sign_in_failed', 'openSettings', { isFinal: true }),
  workerSilent: entry('error_worker_silent', 'tryAgain'),
  storageFailed: entry('error_storage_failed', 'tryAgain'),
} as const satisfies Record<string, ErrorText>;

export type ErrorCode = keyof typeof ERRORS;

/** An error that already has its code; nothing above the edge throws or reads any other. */
export class CompanionError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** How long the server asks to be left alone, ms. */
    readonly retryAfterMs?: number,
  ) {
    super(code);
    this.name = 'CompanionError';
  }
}

export function errorCode(error: unknown): ErrorCode {
  return error instanceof CompanionError ? error.code : 'badAnswer';
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERRORS, value);
}

/** Troubles of the whole connection, not of the one thing that was asked. */
const UNREACHABLE: ReadonlySet<ErrorCode> = new Set([
  'notRunning',
  'notResponding',
  'notBeeper',
  'tokenRejected',
  'notSignedIn',
  'rateLimited',
]);

export function isUnreachable(code: ErrorCode): boolean {
  return UNREACHABLE.has(code);
}

type Texted = MessageKey & `error_${string}`;

function entry<T extends string, A extends ErrorAction>(
  name: `${T}_title` extends Texted ? (`${T}_hint` extends Texted ? T : never) : never,
  action: A,
  { isFinal = false } = {},
): ErrorText {
  return {
    title: `${name}_title` as MessageKey,
    hint: `${name}_hint` as MessageKey,
    action,
    isFinal,
  };
}
