import { CompanionError, type ErrorCode } from '@/lib/base/errors';
import { type Json, readObject, readString, readText } from '@/lib/base/parse';
import { type DiscoveredServer, serverOf } from '@/lib/model/connection/discovery';
import { versionIn } from './client';
import { guardFetch, type HttpOptions } from './guarded-fetch';

/**
 * Who is at an address. `guarded`: somebody who wants a token, as Beepers do that say nothing of
 * themselves without one. `unclear`: somebody who may be a Beeper in trouble.
 */
export type Probe =
  | { who: 'beeper'; discovered: DiscoveredServer }
  | { who: 'stranger' }
  | { who: 'guarded' }
  | { who: 'unclear' | 'nobody'; code: ErrorCode };

const MAX_BYTES = 256 * 1024;

/** Asks who is there, without showing a token. Does not reject. */
export async function probe(baseUrl: string, reach: HttpOptions): Promise<Probe> {
  const ask = guardFetch({ ...reach, maxBytes: MAX_BYTES });
  const look = async (path: string) => readGlimpse(await ask(baseUrl + path));
  try {
    const info = await look('/v1/info');
    if (isBeeper(info) || isInfo(info.json)) return seen(baseUrl, info);
    // Before Desktop 4.2.557 there is no info page.
    const accounts = await look('/v1/accounts');
    if (isBeeper(accounts)) return seen(baseUrl, { ...accounts, json: undefined });
    if (wantsToken(accounts)) return { who: 'guarded' };
    const code = troubleOf(info) ?? troubleOf(accounts);
    return code ? { who: 'unclear', code } : { who: 'stranger' };
  } catch (error) {
    const code = error instanceof CompanionError ? error.code : 'badAnswer';
    if (code === 'notBeeper') return { who: 'stranger' };
    return { who: code === 'badAnswer' ? 'unclear' : 'nobody', code };
  }
}

interface Glimpse {
  status: number;
  json: Json | undefined;
  isPage: boolean;
  version: string | undefined;
}

async function readGlimpse(response: Response): Promise<Glimpse> {
  const json = readObject(await response.json().catch(() => undefined));
  const { status, headers } = response;
  const isPage = /html/i.test(headers.get('content-type') ?? '');
  return { status, json, isPage, version: versionIn(headers) };
}

function seen(baseUrl: string, { json, version }: Glimpse): Probe {
  return { who: 'beeper', discovered: serverOf(baseUrl, json, version) };
}

/** Clients in the field met variants of this page: what they have in common is enough. */
function isInfo(json: Json | undefined): boolean {
  const app = readObject(json?.app);
  const isNamed = readText(app?.name) !== undefined || readText(app?.version) !== undefined;
  return isNamed && (json?.server !== undefined || json?.endpoints !== undefined);
}

function isBeeper(glimpse: Glimpse): boolean {
  return glimpse.version !== undefined || isRefusal(glimpse);
}

/** The refusal of Beeper's API, which names its errors (docs/beeper-api.md). */
function isRefusal({ status, json }: Glimpse): boolean {
  const code = readString(json?.code)?.toLowerCase();
  if (readString(json?.message) === undefined) return false;
  return (status === 401 && code === 'unauthorized') || (status === 403 && code === 'forbidden');
}

/** A page that asks for a password is for people, and so is who shows it. */
function wantsToken({ status, isPage }: Glimpse): boolean {
  return (status === 401 || status === 403) && !isPage;
}

/** Whoever it is cannot prove to be Beeper now. */
function troubleOf({ status }: Glimpse): ErrorCode | undefined {
  if (status === 429) return 'rateLimited';
  return status >= 500 ? 'serverTrouble' : undefined;
}
