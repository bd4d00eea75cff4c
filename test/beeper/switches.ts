/** https://developers.beeper.com: of the states of a newer Beeper, some that come before it is ready. */
export type SetupState =
  'ready' | 'needs-login' | 'initializing' | 'needs-verification' | 'needs-first-sync' | 'error';

/** Ways in which real and compatible servers were seen to differ; a test may flip them at any time. */
export interface Switches {
  /** As the program names itself: the nightly build and the server do so otherwise. */
  appName: string;
  bundleID: string;
  /** How far signing in has come; until it is ready there are no accounts. Not told by most builds. */
  setup: 'untold' | SetupState;
  /** What a successful archive or reminder call answers: 204, an empty 200, or a 200 with JSON. */
  archiveReply: 'no-content' | 'empty' | 'success';
  /** What becomes of archiving a pinned chat: a client was seen to find that it stays. */
  pinnedArchiving: 'done' | 'ignored' | 'refused';
  /** What a read-only token gets for a write. The document says 403, the app was seen to say 401. */
  writeRefusal: 401 | 403;
  /** Answers reminder calls with 403, as for an account whose plan has none left. */
  remindersRefused: boolean;
  /** Repeats the last two items of a page at the start of the next one. */
  pagesOverlap: boolean;
  /** A listing that claims to go on for ever, on the same page or on empty ones. */
  endless: 'off' | 'same-page' | 'empty-page';
  chatPageSize: number;
  messagePageSize: number;
  /** An incoming message brings an archived chat back unless it is muted. */
  incomingUnarchives: boolean;
  /** Bringing a chat to the front in the app reads it there. */
  focusReads: boolean;
  /** Whether a sent message gets its final id after the answer or when a test says so. */
  sendsSettle: 'after-reply' | 'by-hand';
  /** Lifetime of an OAuth token; null leaves expires_in out. */
  tokenLifetimeSeconds: number | null;
  /** Lets the socket and the asset route take the token from the query. */
  tokenInQuery: boolean;
  /** How the socket writes its ts member; both forms exist in the field. */
  socketTime: 'iso' | 'ms';
  /** Whether the socket sends messages along, or names them only. */
  socketEntries: boolean;
  assetType: 'guessed' | 'octet-stream';
}

export const DEFAULT_SWITCHES: Switches = {
  appName: 'Beeper',
  bundleID: 'com.automattic.beeper.desktop',
  setup: 'untold',
  archiveReply: 'no-content',
  pinnedArchiving: 'done',
  writeRefusal: 403,
  remindersRefused: false,
  pagesOverlap: false,
  endless: 'off',
  chatPageSize: 25,
  messagePageSize: 20,
  incomingUnarchives: true,
  focusReads: true,
  sendsSettle: 'after-reply',
  tokenLifetimeSeconds: 86_400,
  tokenInQuery: false,
  socketTime: 'iso',
  socketEntries: true,
  assetType: 'guessed',
};
