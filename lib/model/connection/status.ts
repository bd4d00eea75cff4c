import { type ErrorCode, isErrorCode } from '@/lib/base/errors';
import {
  readBoolean,
  readCount,
  readMoment,
  readNumber,
  readObject,
  readOneOf,
  readText,
} from '@/lib/base/parse';

/** How things stand with Beeper: what every surface may know. Holds no secret. */
export interface Status {
  isConnected: boolean;
  baseUrl?: string;
  /** Beeper runs on another computer. */
  isElsewhere?: boolean;
  /** The app's version, as it names itself. */
  version?: string;
  accountCount?: number;
  /** What is wrong since the last poll; left out when all is well. */
  trouble?: ErrorCode;
  /** When Beeper last told us everything, ms. */
  syncedAt?: number;
  /** When the connection was made, ms. */
  connectedAt?: number;
  /** Beeper asked to be left alone until then, ms. */
  pausedUntil?: number;
  /** What the token may do; left out until it has been asked. */
  access?: Access;
  /** When the token ends, ms; left out for one that does not or that does not say. */
  expiresAt?: number;
  /** Polls in a row that have failed. */
  failures?: number;
  /** Beeper tells us over its live socket what happens. */
  isLive?: boolean;
  /** When the live socket was last caught having missed something, ms. */
  missedAt?: number;
  /** Do not disturb lasts until then, ms (lib/model/quiet/schedule.ts): for pages to say so. */
  quietUntil?: number;
  /** When the person last opened Beeper from here because it was away, ms. */
  openedAt?: number;
}

export const ACCESS = ['full', 'readOnly', 'unknown'] as const;
export type Access = (typeof ACCESS)[number];

export const DISCONNECTED: Status = { isConnected: false };

export function accessOf(scopes: readonly string[]): Access {
  return scopes.includes('write') ? 'full' : 'readOnly';
}

export function readStatus(value: unknown): Status | undefined {
  const raw = readObject(value);
  const isConnected = readBoolean(raw?.isConnected);
  if (!raw || isConnected === undefined) return undefined;
  if (!isConnected) return DISCONNECTED;
  const baseUrl = readText(raw.baseUrl);
  const version = readText(raw.version);
  const accountCount = readNumber(raw.accountCount);
  const syncedAt = readMoment(raw.syncedAt);
  const connectedAt = readMoment(raw.connectedAt);
  const pausedUntil = readMoment(raw.pausedUntil);
  const access = readOneOf<Access>(raw.access, ACCESS);
  const expiresAt = readMoment(raw.expiresAt);
  const failures = readCount(raw.failures);
  const missedAt = readMoment(raw.missedAt);
  const quietUntil = readMoment(raw.quietUntil);
  const openedAt = readMoment(raw.openedAt);
  return {
    isConnected: true,
    ...(baseUrl && { baseUrl }),
    ...(raw.isElsewhere === true && { isElsewhere: true }),
    ...(version && { version }),
    ...(accountCount !== undefined && { accountCount }),
    ...(isErrorCode(raw.trouble) && { trouble: raw.trouble }),
    ...(syncedAt !== undefined && { syncedAt }),
    ...(connectedAt !== undefined && { connectedAt }),
    ...(pausedUntil !== undefined && { pausedUntil }),
    ...(access && { access }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(failures && { failures }),
    ...(raw.isLive === true && { isLive: true }),
    ...(missedAt !== undefined && { missedAt }),
    ...(quietUntil !== undefined && { quietUntil }),
    ...(openedAt !== undefined && { openedAt }),
  };
}

export function withTrouble(status: Status, trouble: ErrorCode, pausedUntil?: number): Status {
  const { pausedUntil: _old, ...rest } = status;
  return { ...rest, trouble, ...(pausedUntil !== undefined && { pausedUntil }) };
}

export function withoutTrouble(status: Status, syncedAt: number): Status {
  const { trouble: _t, pausedUntil: _p, failures: _f, openedAt: _o, ...rest } = status;
  return { ...rest, syncedAt };
}

export function withoutBackOff({ pausedUntil: _pause, ...status }: Status): Status {
  return status;
}

export function withQuiet({ quietUntil: _old, ...status }: Status, until?: number): Status {
  return until === undefined ? status : { ...status, quietUntil: until };
}

export function withLive({ isLive: _live, ...status }: Status, isLive: boolean): Status {
  return isLive ? { ...status, isLive } : status;
}
