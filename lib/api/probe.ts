import { CompanionError, type ErrorCode } from '../errors';
import { type Sighting, sightingOf } from '../found';
import { type Json, readObject, readString, readText } from '../read';
import { versionIn } from './client';
import { guardFetch, type Reach } from './guarded-fetch';

/** Who is at an address. `unclear`: somebody who may be a Beeper in trouble. */
export type Probe =
  | { who: 'beeper'; sighting: Sighting }
  | { who: 'stranger' | 'unclear' }
  | { who: 'nobody'; code: ErrorCode };

const MAX_BYTES = 256 * 1024;

/** Asks who is there, without showing a token. Does not reject. */
export async function probe(baseUrl: string, reach: Reach): Promise<Probe> {
  const ask = guardFetch({ ...reach, maxBytes: MAX_BYTES });
  const look = async (path: string) => readGlimpse(await ask(baseUrl + path));
  try {
    const info = await look('/v1/info');
    if (info.version || isInfo(info.json)) return seen(baseUrl, info);
    if (isRefusal(info)) return seen(baseUrl, { ...info, json: undefined });
    // Before Desktop 4.2.557 there is no info page.
    const accounts = await look('/v1/accounts');
    return accounts.version || isRefusal(accounts)
      ? seen(baseUrl, { ...accounts, json: undefined })
      : { who: isInTrouble(info) || isInTrouble(accounts) ? 'unclear' : 'stranger' };
  } catch (error) {
    const code = error instanceof CompanionError ? error.code : 'badAnswer';
    const isSomeone = code === 'notBeeper' || code === 'badAnswer';
    return isSomeone ? { who: 'stranger' } : { who: 'nobody', code };
  }
}

interface Glimpse {
  status: number;
  json: Json | undefined;
  version: string | undefined;
}

async function readGlimpse(response: Response): Promise<Glimpse> {
  const json = readObject(await response.json().catch(() => undefined));
  return { status: response.status, json, version: versionIn(response.headers) };
}

function seen(baseUrl: string, { json, version }: Glimpse): Probe {
  return { who: 'beeper', sighting: sightingOf(baseUrl, json, version) };
}

/** Clients in the field met variants of this page: what they have in common is enough. */
function isInfo(json: Json | undefined): boolean {
  const app = readObject(json?.app);
  const isNamed = readText(app?.name) !== undefined || readText(app?.version) !== undefined;
  return isNamed && (json?.server !== undefined || json?.endpoints !== undefined);
}

/** The refusal of Beeper's API, which names its errors. */
function isRefusal({ status, json }: Glimpse): boolean {
  const isNamed = readString(json?.code) !== undefined && readString(json?.message) !== undefined;
  return (status === 401 || status === 403) && isNamed;
}

/** Whoever it is cannot prove to be Beeper now. */
function isInTrouble({ status }: Glimpse): boolean {
  return status >= 500 || status === 429;
}
