import type { allowInsecureRequests, AuthorizationServer, customFetch } from 'oauth4webapi';

/** What is asked for, and what a token is for when Beeper does not say. */
export const WANTED_SCOPE = 'read write';

export function scopesOf(scope = WANTED_SCOPE): readonly string[] {
  return scope.split(/\s+/);
}

/** How a request of the library goes out, and how its answer comes in. */
export interface Transport {
  [allowInsecureRequests]: boolean;
  [customFetch]: (url: string, init: RequestInit) => Promise<Response>;
}

export type Server = ReturnType<typeof serverAt>;

/**
 * Beeper's routes have always been at these paths. Its metadata document is not asked for: builds
 * differ in having one, and in how they spell their own address in it.
 */
export function serverAt(baseUrl: string) {
  return {
    issuer: baseUrl,
    authorization_endpoint: `${baseUrl}/oauth/authorize`,
    token_endpoint: `${baseUrl}/oauth/token`,
    registration_endpoint: `${baseUrl}/oauth/register`,
    introspection_endpoint: `${baseUrl}/oauth/introspect`,
    revocation_endpoint: `${baseUrl}/oauth/revoke`,
  } satisfies AuthorizationServer;
}
