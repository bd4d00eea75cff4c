import type { IncomingHttpHeaders } from 'node:http';

import type { Grant } from '../oauth/tokens';
import { ApiError } from './reply';
import type { LoggedRequest } from './request';
import type { App, Route } from './route';

/** Who is asking, if the route wants to know; throws 401 without a token and a refusal without scope. */
export function authorize(app: App, route: Route, request: LoggedRequest): Grant | null {
  if (route.scope === 'none') return null;
  const grant = grantOf(app, request);
  if (grant.scopes.includes(route.scope)) return grant;
  throw refusal(app.switches.writeRefusal);
}

export function grantOf(app: App, request: LoggedRequest): Grant {
  const token = bearer(request.headers) ?? tokenInQuery(app, request);
  if (token === undefined) throw new ApiError(401, 'unauthorized', 'Missing access token');
  const grant = app.tokens.find(token);
  if (grant) return grant;
  const message = app.tokens.isExpired(token) ? 'Token expired' : 'Invalid access token';
  throw new ApiError(401, 'unauthorized', message);
}

function bearer(headers: IncomingHttpHeaders): string | undefined {
  return /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1];
}

function tokenInQuery(app: App, request: LoggedRequest): string | undefined {
  const isCarrier = ['/v1/ws', '/v1/assets/serve'].includes(request.path);
  if (!app.switches.tokenInQuery || !isCarrier) return undefined;
  return request.query['dangerouslyUseTokenInQuery']?.[0];
}

function refusal(status: 401 | 403): ApiError {
  const code = status === 403 ? 'forbidden' : 'unauthorized';
  return new ApiError(status, code, 'The token lacks the required scope: write');
}
