import { CompanionError, type ErrorCode } from '@/lib/base/errors';
import { type Json, readNumber, readObject, readText } from '@/lib/base/parse';
import { guardFetch, type HttpOptions } from './guarded-fetch';

/** Beeper's OAuth routes, which the SDK does not know: code flow with PKCE, public clients. */
export interface OAuth {
  register(redirectUri: string): Promise<Client>;
  exchange(grant: Grant): Promise<Access>;
  /** The scopes of a token, or `undefined` where Beeper cannot tell (before 4.2.557). */
  scopes(token: string): Promise<readonly string[] | undefined>;
  /** Best effort: an unreachable Beeper forgets a token when it expires. */
  revoke(token: string): Promise<void>;
}

export interface Client {
  clientID: string;
  authorizeUrl: string;
  tokenUrl: string;
}

export interface Grant {
  tokenUrl: string;
  clientID: string;
  code: string;
  verifier: string;
  redirectUri: string;
}

export interface Access {
  token: string;
  scopes: readonly string[];
  /** Seconds from now; left out for a token that does not expire. */
  expiresIn?: number;
}

export const WANTED_SCOPE = 'read write';
const MAX_BYTES = 256 * 1024;

export function createOAuth(baseUrl: string, reach: HttpOptions): OAuth {
  const guarded = guardFetch({ ...reach, maxBytes: MAX_BYTES });
  const post = async (url: string, body: URLSearchParams | string): Promise<Answer> => {
    const type = typeof body === 'string' ? 'application/json' : FORM;
    const response = await guarded(url, {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': type },
      body: body.toString(),
    });
    const trouble = passingTrouble(response.status);
    if (trouble) throw new CompanionError(trouble);
    return { status: response.status, json: await readJson(response) };
  };
  const form = (path: string, token: string) =>
    post(`${baseUrl}${path}`, new URLSearchParams({ token, token_type_hint: 'access_token' }));

  return {
    register: async (redirectUri) =>
      readClient(await post(`${baseUrl}/oauth/register`, registration(redirectUri)), baseUrl),
    exchange: async ({ tokenUrl, ...grant }) =>
      readAccess(await post(tokenUrl, exchangeForm(grant))),
    scopes: async (token) => {
      const { status, json } = await form('/oauth/introspect', token);
      if (status === 200 && !json) throw new CompanionError('badAnswer');
      return status === 200 && json?.active === true ? readScopes(json) : undefined;
    },
    revoke: async (token) => {
      await form('/oauth/revoke', token);
    },
  };
}

/** What says nothing of the request, only of this moment. */
function passingTrouble(status: number): ErrorCode | undefined {
  if (status === 429) return 'rateLimited';
  const isPassing = status === 408 || status === 409 || (status >= 500 && status !== 501);
  return isPassing ? 'serverTrouble' : undefined;
}

interface Answer {
  status: number;
  json: Json | undefined;
}

const FORM = 'application/x-www-form-urlencoded';

function registration(redirectUri: string): string {
  return JSON.stringify({
    client_name: 'Companion for Beeper',
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    scope: WANTED_SCOPE,
    token_endpoint_auth_method: 'none',
  });
}

function exchangeForm({ clientID, code, verifier, redirectUri }: Omit<Grant, 'tokenUrl'>) {
  return new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: clientID,
    code,
    code_verifier: verifier,
    redirect_uri: redirectUri,
  });
}

const MISSING: ReadonlySet<number> = new Set([404, 405, 501]);

function readClient({ status, json }: Answer, baseUrl: string): Client {
  const clientID = readText(json?.client_id);
  if (MISSING.has(status)) throw new CompanionError('signInMissing');
  if (!clientID || status >= 400) throw new CompanionError('signInFailed');
  const within = (url: unknown, path: string) =>
    sameOrigin(readText(url), baseUrl) ?? baseUrl + path;
  return {
    clientID,
    authorizeUrl: within(json?.authorization_endpoint, '/oauth/authorize'),
    tokenUrl: within(json?.token_endpoint, '/oauth/token'),
  };
}

/** Endpoints are taken from the answer only where they stay with the Beeper that was asked. */
function sameOrigin(url: string | undefined, baseUrl: string): string | undefined {
  return url && URL.canParse(url) && new URL(url).origin === baseUrl ? url : undefined;
}

function readAccess({ status, json }: Answer): Access {
  if (json?.error === 'invalid_grant') throw new CompanionError('signInExpired');
  const token = readText(json?.access_token);
  if (!token || status >= 400) throw new CompanionError('signInFailed');
  const expiresIn = readNumber(json?.expires_in);
  return {
    token,
    scopes: readScopes(json),
    ...(expiresIn !== undefined && expiresIn > 0 && { expiresIn }),
  };
}

function readScopes(json: Json | undefined): readonly string[] {
  return (readText(json?.scope) ?? WANTED_SCOPE).split(/\s+/);
}

async function readJson(response: Response): Promise<Json | undefined> {
  return readObject(await response.json().catch(() => undefined));
}
