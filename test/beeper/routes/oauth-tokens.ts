import { json, type Reply } from '../http/reply';
import type { Call } from '../http/route';
import type { Grant } from '../oauth/tokens';

export function token(call: Call): Reply {
  const form = formOf(call);
  if (form('grant_type') !== 'authorization_code') return failure('unsupported_grant_type');
  const clientID = form('client_id');
  if (!call.app.oauth.client(clientID)) return failure('invalid_client');
  const grant = call.app.oauth.exchange({
    clientID,
    code: form('code'),
    verifier: form('code_verifier'),
    redirectURI: form('redirect_uri'),
  });
  return grant ? json(tokenAnswer(grant)) : failure('invalid_grant');
}

export function introspect(call: Call): Reply {
  const asked = formOf(call)('token');
  if (!asked) return failure('invalid_request');
  const grant = call.app.tokens.find(asked);
  if (!grant) return json({ active: false });
  const { scopes, issuedAt, expiresAt, clientID } = grant;
  return json({
    active: true,
    scope: scopes.join(' '),
    iat: seconds(issuedAt),
    ...(expiresAt !== null && { exp: seconds(expiresAt) }),
    sub: 'robin',
    aud: call.app.baseURL(),
    client_id: clientID,
    iss: call.app.baseURL(),
    token_type: 'Bearer',
  });
}

/** Says yes to unknown tokens, too, so that nobody can try out which ones exist. */
export function revoke(call: Call): Reply {
  call.app.tokens.revoke(formOf(call)('token'));
  return json({});
}

function tokenAnswer({ token: access_token, scopes, issuedAt, expiresAt }: Grant): object {
  return {
    access_token,
    token_type: 'Bearer',
    ...(expiresAt !== null && { expires_in: seconds(expiresAt - issuedAt) }),
    scope: scopes.join(' '),
  };
}

function formOf({ request }: Call): (name: string) => string {
  const form = (typeof request.body === 'object' ? request.body : null) as Record<
    string,
    unknown
  > | null;
  return (name) => {
    const value = form?.[name];
    return typeof value === 'string' ? value : '';
  };
}

function failure(error: string): Reply {
  return json({ error, error_description: `Refused: ${error.replaceAll('_', ' ')}` }, 400);
}

function seconds(ms: number): number {
  return Math.floor(ms / 1_000);
}
