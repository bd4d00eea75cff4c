import { readNumber, readObject, readText } from '@/lib/base/parse';

/** A sign-in under way, as far as a page may know: which tab to watch, and for what address. */
export interface SignIn {
  tabID: number;
  redirectUri: string;
}

/** What the worker needs to finish it. The verifier stays with the worker. */
export interface Authorization {
  baseUrl: string;
  clientID: string;
  tokenUrl: string;
  redirectUri: string;
  state: string;
  verifier: string;
}

export function readSignIn(value: unknown): SignIn | undefined {
  const raw = readObject(value);
  const tabID = readNumber(raw?.tabID);
  const redirectUri = readText(raw?.redirectUri);
  return tabID !== undefined && redirectUri ? { tabID, redirectUri } : undefined;
}

export function readAuthorization(value: unknown): Authorization | undefined {
  const raw = readObject(value);
  const baseUrl = readText(raw?.baseUrl);
  const clientID = readText(raw?.clientID);
  const tokenUrl = readText(raw?.tokenUrl);
  const redirectUri = readText(raw?.redirectUri);
  const state = readText(raw?.state);
  const verifier = readText(raw?.verifier);
  if (!baseUrl || !clientID || !tokenUrl || !redirectUri || !state || !verifier) return undefined;
  return { baseUrl, clientID, tokenUrl, redirectUri, state, verifier };
}

/**
 * An address of this computer where nothing listens: the browser shows an error page there, and
 * the code is read from the tab's address. Beeper takes no other kind of redirect from a browser.
 */
export function redirectUriAt(random: number): string {
  const port = FIRST_PORT + Math.floor(random * PORTS);
  return `http://127.0.0.1:${port}/callback`;
}

/** https://www.rfc-editor.org/rfc/rfc6335#section-6: ports nobody is given. */
const FIRST_PORT = 49_152;
const PORTS = 16_000;

export function authorizeAddress(
  authorizeUrl: string,
  { clientID, redirectUri, state }: Authorization,
  { challenge, scope }: { challenge: string; scope: string },
): string {
  const url = new URL(authorizeUrl);
  const params = {
    client_id: clientID,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope,
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return url.href;
}
