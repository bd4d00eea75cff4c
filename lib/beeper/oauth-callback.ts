import { type AuthorizationServer, type Client, validateAuthResponse } from 'oauth4webapi';

import { CompanionError } from '@/lib/base/errors';
import type { Authorization } from '@/lib/model/connection/sign-in';

/**
 * The parameters of the address Beeper sent the tab to, for the exchange of the code in them. The
 * library checks the state before it believes an error or a code: another page may have sent the
 * tab here.
 *
 * @throws CompanionError `signInFailed`, or the library's own errors
 */
export function readCallback(
  address: string,
  { redirectUri, state }: Pick<Authorization, 'redirectUri' | 'state'>,
  { server, client }: { server: AuthorizationServer; client: Client },
): URLSearchParams {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || `${url.origin}${url.pathname}` !== redirectUri) {
    throw new CompanionError('signInFailed');
  }
  // No issuer was learnt that it could be compared with, and Beeper may spell its own as it likes.
  url.searchParams.delete('iss');
  const checked = validateAuthResponse(server, client, url.searchParams, state);
  // The library takes an error without a word for none.
  if (checked.has('error')) throw new CompanionError('signInFailed');
  return checked;
}
