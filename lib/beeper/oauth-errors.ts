import {
  AuthorizationResponseError,
  OperationProcessingError,
  ResponseBodyError,
  UnsupportedOperationError,
} from 'oauth4webapi';

import { CompanionError } from '@/lib/base/errors';

/** What the OAuth library throws, as a person is told of it; every other error as it is. */
export function signInError(error: unknown): unknown {
  if (error instanceof AuthorizationResponseError) {
    return new CompanionError(error.error === 'access_denied' ? 'signInDenied' : 'signInFailed');
  }
  if (error instanceof ResponseBodyError) {
    return new CompanionError(error.error === 'invalid_grant' ? 'signInExpired' : 'signInFailed');
  }
  const isOfLibrary =
    error instanceof OperationProcessingError || error instanceof UnsupportedOperationError;
  return isOfLibrary ? new CompanionError('signInFailed') : error;
}
