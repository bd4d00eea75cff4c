import {
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  type Client,
  dynamicClientRegistrationRequest,
  generateRandomCodeVerifier,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  processDynamicClientRegistrationResponse,
} from 'oauth4webapi';

import { readText } from '@/lib/base/parse';
import { authorizeAddress, type Authorization } from '@/lib/model/connection/sign-in';
import { readCallback } from './oauth-callback';
import { scopesOf, type Server, type Transport, WANTED_SCOPE } from './oauth-server';

export interface Begun {
  authorization: Authorization;
  /** Beeper's page of consent. */
  consentUrl: string;
}

export interface Access {
  token: string;
  scopes: readonly string[];
  /** Seconds from now; left out for a token that does not expire. */
  expiresIn?: number;
}

export async function begin(
  server: Server,
  redirectUri: string,
  transport: Transport,
): Promise<Begun> {
  const metadata = registration(redirectUri);
  const response = await dynamicClientRegistrationRequest(server, metadata, transport);
  const client = await processDynamicClientRegistrationResponse(response);
  const { issuer: baseUrl, authorization_endpoint, token_endpoint } = server;
  const authorization: Authorization = {
    baseUrl,
    clientID: client.client_id,
    tokenUrl: sameOrigin(client.token_endpoint, baseUrl) ?? token_endpoint,
    redirectUri,
    state: generateRandomState(),
    verifier: generateRandomCodeVerifier(),
  };
  const authorizeUrl = sameOrigin(client.authorization_endpoint, baseUrl) ?? authorization_endpoint;
  const challenge = await calculatePKCECodeChallenge(authorization.verifier);
  const asked = { challenge, scope: WANTED_SCOPE };
  return { authorization, consentUrl: authorizeAddress(authorizeUrl, authorization, asked) };
}

function registration(redirectUri: string): Partial<Client> {
  return {
    client_name: 'Companion for Beeper',
    redirect_uris: [redirectUri],
    grant_types: ['authorization_code'],
    response_types: ['code'],
    scope: WANTED_SCOPE,
    token_endpoint_auth_method: 'none',
  };
}

/** Endpoints are taken from the answer only where they stay with the Beeper that was asked. */
function sameOrigin(value: unknown, baseUrl: string): string | undefined {
  const url = readText(value);
  return url && URL.canParse(url) && new URL(url).origin === baseUrl ? url : undefined;
}

export async function finish(
  known: Server,
  { authorization, address }: { authorization: Authorization; address: string },
  transport: Transport,
): Promise<Access> {
  const { clientID, tokenUrl, redirectUri, verifier } = authorization;
  const server = { ...known, token_endpoint: tokenUrl };
  const client = { client_id: clientID };
  const callback = readCallback(address, authorization, { server, client });
  const response = await authorizationCodeGrantRequest(
    server,
    client,
    None(),
    callback,
    redirectUri,
    verifier,
    transport,
  );
  const granted = await processAuthorizationCodeResponse(server, client, response);
  return {
    token: granted.access_token,
    scopes: scopesOf(granted.scope),
    ...(granted.expires_in !== undefined && { expiresIn: granted.expires_in }),
  };
}
