/** The one step that helps, drawn as a button wherever the error is told. */
export type ErrorAction =
  /** Where the connection is set up. */
  | 'openSettings'
  /** As the above; there it is the button "Connect with Beeper". */
  | 'connect'
  /** Brings Beeper to the front, at the place where its API is switched on. */
  | 'openBeeper'
  /** Looks through the addresses Beeper is known to use. */
  | 'find'
  /** Asks the browser for access to the address. */
  | 'allow'
  /** Where a newer Beeper is to be had. */
  | 'update'
  | 'tryAgain'
  /** Loads the page anew. */
  | 'reload'
  | 'none';

interface ErrorEntry {
  action: ErrorAction;
  /** Asking again later will not succeed either. */
  isFinal?: true;
}

/**
 * Everything that can go wrong, as a person is told of it: each has a title, its cause and the step
 * that mends it in `_locales` (`lib/text/error-texts.ts`); a code without one does not compile.
 */
export const ERRORS = {
  notConnected: { action: 'openSettings', isFinal: true },
  notRunning: { action: 'openBeeper' },
  apiOff: { action: 'openBeeper' },
  notResponding: { action: 'tryAgain' },
  notBeeper: { action: 'find' },
  badAnswer: { action: 'tryAgain' },
  badAddress: { action: 'openSettings', isFinal: true },
  notAllowed: { action: 'allow' },
  missingToken: { action: 'openSettings', isFinal: true },
  tokenRejected: { action: 'connect' },
  tokenLost: { action: 'connect' },
  readOnly: { action: 'connect', isFinal: true },
  notSignedIn: { action: 'openBeeper' },
  syncing: { action: 'openBeeper' },
  tooOld: { action: 'update', isFinal: true },
  rateLimited: { action: 'tryAgain' },
  serverTrouble: { action: 'tryAgain' },
  chatGone: { action: 'none', isFinal: true },
  refused: { action: 'none', isFinal: true },
  pinned: { action: 'none', isFinal: true },
  signInMissing: { action: 'update', isFinal: true },
  signInDenied: { action: 'connect', isFinal: true },
  signInClosed: { action: 'connect', isFinal: true },
  signInExpired: { action: 'connect', isFinal: true },
  signInFailed: { action: 'connect', isFinal: true },
  /** It may have been done: nobody said so. */
  unsure: { action: 'none', isFinal: true },
  workerSilent: { action: 'tryAgain' },
  /** The page is of another version of the companion than the worker. */
  updated: { action: 'reload', isFinal: true },
  /** A mistake of our own. */
  ownFault: { action: 'tryAgain', isFinal: true },
  storageFailed: { action: 'tryAgain' },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

export function isFinal(code: ErrorCode): boolean {
  return (ERRORS[code] satisfies ErrorEntry as ErrorEntry).isFinal ?? false;
}

/** An error that already has its code; nothing above the edge throws or reads any other. */
export class CompanionError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** How long the server asks to be left alone, ms. */
    readonly retryAfterMs?: number,
    /** Of the answer, where it tells more than the code. */
    readonly status?: number,
  ) {
    super(code);
    this.name = 'CompanionError';
  }
}

export function errorCode(error: unknown): ErrorCode {
  return error instanceof CompanionError ? error.code : 'ownFault';
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERRORS, value);
}

/** Troubles of the whole connection, not of the one thing that was asked. */
const UNREACHABLE: ReadonlySet<ErrorCode> = new Set([
  'notRunning',
  'apiOff',
  'notResponding',
  'notBeeper',
  'notAllowed',
  'tokenRejected',
  'notSignedIn',
  'syncing',
  'rateLimited',
]);

export function isUnreachable(code: ErrorCode): boolean {
  return UNREACHABLE.has(code);
}

/** Steps that are of no use where Beeper runs on another computer. */
const ONLY_HERE: ReadonlySet<ErrorAction> = new Set(['openBeeper', 'find']);

/** The step to offer for a trouble with the Beeper that is connected. */
export function actionFor(code: ErrorCode, { isElsewhere = false }): ErrorAction {
  const { action } = ERRORS[code];
  return isElsewhere && ONLY_HERE.has(action) ? 'tryAgain' : action;
}
