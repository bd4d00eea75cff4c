import { html, invalid, json, redirect, type Reply } from '../http/reply';
import { route, type Call, type Route } from '../http/route';
import { grantOf } from '../http/authorize';
import { anyString, list, object, optional } from '../http/schema';
import { consentPage, problemPage } from '../oauth/consent-page';
import { scopesOf } from '../oauth/oauth';
import { introspect, revoke, token } from './oauth-tokens';
import { publicURL } from './app';

interface Registration {
  client_name?: string;
  redirect_uris: string[];
  scope?: string;
}

const registration = object({
  client_name: optional(anyString),
  client_uri: optional(anyString),
  redirect_uris: list(anyString, 1),
  grant_types: optional(list(anyString)),
  response_types: optional(list(anyString)),
  scope: optional(anyString),
  token_endpoint_auth_method: optional(anyString),
});

export const OAUTH_ROUTES: readonly Route[] = [
  open('GET', '/.well-known/oauth-authorization-server', (call) => json(serverMetadata(call))),
  open('GET', '/.well-known/oauth-protected-resource', (call) => json(resourceMetadata(call))),
  open('GET', '/.well-known/oauth-protected-resource/v1', (call) => json(resourceMetadata(call))),
  route<Registration>({
    method: 'POST',
    path: '/oauth/register',
    scope: 'none',
    body: () => registration,
    handle: register,
  }),
  open('GET', '/oauth/authorize', askForConsent),
  open('POST', '/oauth/authorize', decide),
  open('POST', '/oauth/token', token),
  { ...open('POST', '/oauth/introspect', introspect), since: '4.2.557' },
  open('POST', '/oauth/revoke', revoke),
  {
    method: 'GET',
    path: '/oauth/userinfo',
    scope: 'none',
    handle: ({ app, request }) => {
      const grant = grantOf(app, request);
      const { scopes, issuedAt, clientID } = grant;
      return json({
        sub: 'robin',
        aud: app.baseURL(),
        scope: scopes.join(' '),
        iat: Math.floor(issuedAt / 1_000),
        client_id: clientID,
        token_use: 'access',
      });
    },
  },
];

function open(method: 'GET' | 'POST', path: string, handle: (call: Call) => Reply): Route {
  return { method, path, scope: 'none', handle };
}

function register({ app, body }: Call<Registration>): Reply {
  const { client_name: name = 'Unknown Client', redirect_uris: uris, scope = 'read write' } = body;
  const client = app.oauth.register(name, uris);
  if (!client) {
    const error_description = 'Redirects have to lead to loopback or to a scheme of your own';
    return json({ error: 'invalid_redirect_uri', error_description }, 400);
  }
  const client_id_issued_at = Math.floor(app.world.now() / 1_000);
  const echo = { client_name: name, redirect_uris: uris, scope };
  return json({ client_id: client.clientID, client_id_issued_at, ...echo }, 201);
}

/** Problems are told on a page and never by redirect, because the redirect may be the problem. */
function askForConsent({ app, query }: Call): Reply {
  const client = app.oauth.client(query.text('client_id') ?? '');
  const redirectURI = query.text('redirect_uri') ?? '';
  const challenge = query.text('code_challenge');
  if (!client) return problem('This application is not registered.');
  if (!client.redirectURIs.includes(redirectURI)) return problem('The redirect is not registered.');
  if (query.text('response_type') !== 'code') return problem('The response type has to be code.');
  if (!challenge || query.text('code_challenge_method') !== 'S256') {
    return problem('A code challenge with method S256 is required.');
  }
  const scopes = scopesOf(query.text('scope') ?? '');
  const state = query.text('state');
  const { clientID } = client;
  const consentID = app.oauth.ask({ clientID, redirectURI, state, challenge, scopes });
  return html(consentPage(client, { consentID, scopes }));
}

function decide({ app, request }: Call): Reply {
  const { consent, decision } = (request.body ?? {}) as Record<string, unknown>;
  if (typeof consent !== 'string') throw invalid('consent is required', ['consent']);
  const target = app.oauth.decide(consent, decision === 'approve');
  return target === null ? problem('This question was already answered.') : redirect(target);
}

function problem(text: string): Reply {
  return html(problemPage(text), 400);
}

function serverMetadata({ app, request }: Call): object {
  const base = publicURL(app, request.headers);
  return {
    issuer: base,
    authorization_endpoint: `${base}/oauth/authorize`,
    token_endpoint: `${base}/oauth/token`,
    registration_endpoint: `${base}/oauth/register`,
    introspection_endpoint: `${base}/oauth/introspect`,
    revocation_endpoint: `${base}/oauth/revoke`,
    userinfo_endpoint: `${base}/oauth/userinfo`,
    scopes_supported: ['read', 'write'],
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
  };
}

function resourceMetadata({ app, request }: Call): object {
  const base = publicURL(app, request.headers);
  return {
    resource: `${base}/v1`,
    authorization_servers: [base],
    scopes_supported: ['read', 'write'],
    bearer_methods_supported: ['header'],
  };
}
