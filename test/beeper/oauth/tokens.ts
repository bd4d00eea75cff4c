import { createRandom, mixSeed, type Random } from '../random';

export type Scope = 'read' | 'write';

export interface Grant {
  token: string;
  scopes: readonly Scope[];
  clientID: string;
  issuedAt: number;
  expiresAt: number | null;
}

/** Every token that ever was handed out; taken-back ones are forgotten, expired ones are kept. */
export class Tokens {
  readonly #grants = new Map<string, Grant>();
  readonly #random: Random;
  readonly #now: () => number;

  constructor({ seed, now }: { seed: number; now: () => number }) {
    this.#random = createRandom(mixSeed(seed, 5));
    this.#now = now;
  }

  issue(
    scopes: readonly Scope[],
    {
      clientID = 'in-app',
      lifetimeMs = null,
    }: { clientID?: string; lifetimeMs?: number | null } = {},
  ): Grant {
    const issuedAt = this.#now();
    const expiresAt = lifetimeMs === null ? null : issuedAt + lifetimeMs;
    const grant: Grant = { token: this.#random.hex(64), scopes, clientID, issuedAt, expiresAt };
    this.#grants.set(grant.token, grant);
    return grant;
  }

  find(token: string): Grant | null {
    const grant = this.#grants.get(token);
    if (!grant || isOver(grant, this.#now())) return null;
    return grant;
  }

  /** Tells an expired token from one nobody knows, for the message only. */
  isExpired(token: string): boolean {
    const grant = this.#grants.get(token);
    return grant !== undefined && isOver(grant, this.#now());
  }

  revoke(token: string): void {
    this.#grants.delete(token);
  }

  expire(token: string): void {
    const grant = this.#grants.get(token);
    if (grant) grant.expiresAt = this.#now();
  }
}

function isOver(grant: Grant, now: number): boolean {
  return grant.expiresAt !== null && grant.expiresAt <= now;
}
