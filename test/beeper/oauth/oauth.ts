import { createHash } from 'node:crypto';

import { createRandom, mixSeed, type Random } from '../random';
import type { Switches } from '../switches';
import { isAllowedRedirect } from './redirects';
import type { Grant, Scope, Tokens } from './tokens';

export interface Client {
  clientID: string;
  name: string;
  redirectURIs: string[];
}

export interface AuthorizeRequest {
  clientID: string;
  redirectURI: string;
  state: string | undefined;
  challenge: string;
  scopes: Scope[];
}

export interface Exchange {
  clientID: string;
  code: string;
  verifier: string;
  redirectURI: string;
}

interface Code extends AuthorizeRequest {
  expiresAt: number;
}

const CODE_LIFETIME_MS = 5 * 60_000;

/** What OAuth has to remember: clients, consents that are being asked for, and codes. */
export class OAuth {
  readonly #clients = new Map<string, Client>();
  readonly #consents = new Map<string, AuthorizeRequest>();
  readonly #codes = new Map<string, Code>();
  readonly #random: Random;
  readonly #tokens: Tokens;
  readonly #switches: Switches;
  readonly #now: () => number;

  constructor(options: { seed: number; tokens: Tokens; switches: Switches; now: () => number }) {
    this.#random = createRandom(mixSeed(options.seed, 6));
    this.#tokens = options.tokens;
    this.#switches = options.switches;
    this.#now = options.now;
  }

  register(name: string, redirectURIs: string[]): Client | null {
    if (redirectURIs.length === 0 || !redirectURIs.every(isAllowedRedirect)) return null;
    const client = { clientID: this.#random.hex(24), name, redirectURIs };
    this.#clients.set(client.clientID, client);
    return client;
  }

  client(clientID: string): Client | undefined {
    return this.#clients.get(clientID);
  }

  ask(request: AuthorizeRequest): string {
    const consentID = this.#random.hex(24);
    this.#consents.set(consentID, request);
    return consentID;
  }

  /** Where the browser goes after the decision; null if the question is not open any more. */
  decide(consentID: string, isApproved: boolean): string | null {
    const request = this.#consents.get(consentID);
    if (!request) return null;
    this.#consents.delete(consentID);
    const target = new URL(request.redirectURI);
    if (isApproved) target.searchParams.set('code', this.#issueCode(request));
    else target.searchParams.set('error', 'access_denied');
    if (request.state !== undefined) target.searchParams.set('state', request.state);
    return target.href;
  }

  /** A code is spent by the first try, even by one that fails. */
  exchange({ clientID, code, verifier, redirectURI }: Exchange): Grant | null {
    const issued = this.#codes.get(code);
    this.#codes.delete(code);
    if (!issued || issued.expiresAt <= this.#now()) return null;
    if (issued.clientID !== clientID || issued.redirectURI !== redirectURI) return null;
    if (issued.challenge !== createHash('sha256').update(verifier).digest('base64url')) return null;
    const { tokenLifetimeSeconds } = this.#switches;
    const lifetimeMs = tokenLifetimeSeconds === null ? null : tokenLifetimeSeconds * 1_000;
    return this.#tokens.issue(issued.scopes, { clientID, lifetimeMs });
  }

  #issueCode(request: AuthorizeRequest): string {
    const code = this.#random.hex(40);
    this.#codes.set(code, { ...request, expiresAt: this.#now() + CODE_LIFETIME_MS });
    return code;
  }
}

/** Unknown scopes fall away, and reading always comes with it. */
export function scopesOf(text: string): Scope[] {
  return text.split(/\s+/).includes('write') ? ['read', 'write'] : ['read'];
}
