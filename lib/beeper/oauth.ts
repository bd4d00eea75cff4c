import {
  allowInsecureRequests,
  type Client,
  type ClientAuth,
  customFetch,
  introspectionRequest,
  processIntrospectionResponse,
  revocationRequest,
} from 'oauth4webapi';

import { isLoopback } from '@/lib/model/connection/address';
import { CompanionError } from '@/lib/base/errors';
import type { Authorization } from '@/lib/model/connection/sign-in';
import { guardFetch, type HttpOptions } from './guarded-fetch';
import {
  type OAuthAnswer,
  readAnswer,
  toGrant,
  toIntrospection,
  toRegistration,
  toRevocation,
} from './oauth-answers';
import { signInError } from './oauth-errors';
import { scopesOf, type Server, serverAt, type Transport } from './oauth-server';
import { type Access, begin, type Begun, finish } from './oauth-sign-in';

/** Beeper's OAuth routes, which the SDK does not know: code flow with PKCE, public clients. */
export interface OAuth {
  /** Registers the companion, and says where a person lets it in. */
  begin(redirectUri: string): Promise<Begun>;
  /** Exchanges the code in the address that Beeper sent the tab to. */
  finish(authorization: Authorization, address: string): Promise<Access>;
  /** The scopes of a token, or `undefined` where Beeper cannot tell (before 4.2.557). */
  scopes(token: string): Promise<readonly string[] | undefined>;
  /** Best effort: an unreachable Beeper forgets a token when it expires. */
  revoke(token: string): Promise<void>;
}

const MAX_BYTES = 256 * 1024;

export function createOAuth(baseUrl: string, reach: HttpOptions): OAuth {
  const guarded = guardFetch({ ...reach, maxBytes: MAX_BYTES });
  const server = serverAt(baseUrl);
  const reading = (conform: (answer: OAuthAnswer) => Response): Transport => ({
    // What stays on this computer cannot be overheard.
    [allowInsecureRequests]: isLoopback(baseUrl),
    [customFetch]: async (...request) => conform(await readAnswer(await guarded(...request))),
  });

  return {
    begin: (redirectUri) =>
      begin(server, redirectUri, reading(toRegistration)).catch(throwSignInError),
    finish: (authorization, address) =>
      finish(server, { authorization, address }, reading(toGrant)).catch(throwSignInError),
    scopes: (token) => introspect(server, token, reading(toIntrospection)).catch(throwBadAnswer),
    revoke: async (token) => {
      const options = { ...reading(toRevocation), additionalParameters: TOKEN_HINT };
      await revocationRequest(server, UNNAMED, namingNobody, token, options);
    },
  };
}

/** A pasted token belongs to a client nobody here knows: what is asked about it names none. */
const UNNAMED: Client = { client_id: 'unnamed' };
const namingNobody: ClientAuth = () => undefined;
const TOKEN_HINT = { token_type_hint: 'access_token' };

async function introspect(server: Server, token: string, transport: Transport) {
  const options = { ...transport, additionalParameters: TOKEN_HINT };
  const response = await introspectionRequest(server, UNNAMED, namingNobody, token, options);
  const { active, scope } = await processIntrospectionResponse(server, UNNAMED, response);
  return active ? scopesOf(scope) : undefined;
}

function throwSignInError(error: unknown): never {
  throw signInError(error);
}

function throwBadAnswer(error: unknown): never {
  throw error instanceof CompanionError ? error : new CompanionError('badAnswer');
}
