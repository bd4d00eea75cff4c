import { CompanionError, type ErrorCode } from '@/lib/base/errors';
import { type Json, readNumber, readObject, readText } from '@/lib/base/parse';

/**
 * The OAuth library takes answers only in the letter of the standards. Beeper's are read here as
 * tolerantly as its other answers, and handed on in that letter: the one status that the library
 * expects, and only those members that are used.
 */
export interface OAuthAnswer {
  status: number;
  json: Json | undefined;
}

/** @throws CompanionError for what says nothing of the request, only of this moment */
export async function readAnswer(response: Response): Promise<OAuthAnswer> {
  const { status } = response;
  const trouble = passingTrouble(status);
  if (trouble) throw new CompanionError(trouble);
  return { status, json: readObject(await response.json().catch(() => undefined)) };
}

function passingTrouble(status: number): ErrorCode | undefined {
  if (status === 429) return 'rateLimited';
  const isPassing = status === 408 || status === 409 || (status >= 500 && status !== 501);
  return isPassing ? 'serverTrouble' : undefined;
}

const MISSING: ReadonlySet<number> = new Set([404, 405, 501]);

/** A client secret is left out: the companion is a public client, and could not keep one. */
export function toRegistration({ status, json }: OAuthAnswer): Response {
  if (MISSING.has(status)) throw new CompanionError('signInMissing');
  if (status >= 400) return new Response(null, { status });
  const registration = {
    client_id: readText(json?.client_id),
    authorization_endpoint: readText(json?.authorization_endpoint),
    token_endpoint: readText(json?.token_endpoint),
  };
  return Response.json(registration, { status: 201 });
}

/** A token without a type is a bearer token, and one without a usable expiry does not expire. */
export function toGrant({ status, json }: OAuthAnswer): Response {
  const error = readText(json?.error);
  if (error || status >= 400) return Response.json({ error }, { status: 400 });
  const expiresIn = readNumber(json?.expires_in);
  return Response.json({
    access_token: readText(json?.access_token),
    token_type: readText(json?.token_type) ?? 'Bearer',
    scope: readText(json?.scope),
    ...(expiresIn !== undefined && expiresIn > 0 && { expires_in: expiresIn }),
  });
}

/** A Beeper that cannot tell says no more than one that does not know the token. */
export function toIntrospection({ status, json }: OAuthAnswer): Response {
  if (status !== 200) return Response.json({ active: false });
  return Response.json(json ? { active: json.active === true, scope: readText(json.scope) } : null);
}

/** Whatever was answered to it, there is nothing more to be done about a token. */
export function toRevocation(): Response {
  return new Response();
}
