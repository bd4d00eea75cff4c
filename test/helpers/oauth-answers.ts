import { createOAuth } from '@/lib/beeper/oauth';
import type { Authorization } from '@/lib/model/connection/sign-in';
import { REACH } from './reach';

export const BASE = 'http://localhost:23373';
export const REDIRECT = 'http://127.0.0.1:50000/callback';

interface Request {
  url: string;
  headers: Headers;
  body: string;
}

/** A server that answers every request so, and takes down what it was asked. */
export function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  const asked: Request[] = [];
  const fetch = async (url: RequestInfo | URL, init?: RequestInit) => {
    const sent = new Headers(init?.headers);
    asked.push({ url: String(url), headers: sent, body: String(init?.body) });
    return new Response(JSON.stringify(body), { status, headers });
  };
  return { oauth: createOAuth(BASE, { ...REACH, fetch }), asked };
}

export const UNDER_WAY: Authorization = {
  baseUrl: BASE,
  clientID: 'client',
  tokenUrl: `${BASE}/elsewhere/token`,
  redirectUri: REDIRECT,
  state: 'ours',
  verifier: 'secret',
};
export const ALLOWED = `${REDIRECT}?code=abc&state=ours`;
export const TOKEN = { access_token: 't' };
