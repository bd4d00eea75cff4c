import { ApiError } from '../http/reply';
import type { Route } from '../http/route';

/** Reached as plain HTTP only by mistake; the upgrade is taken care of elsewhere. */
export const SOCKET_ROUTE: Route = {
  method: 'GET',
  path: '/v1/ws',
  since: '4.2.557',
  scope: 'read',
  handle: () => {
    throw new ApiError(426, 'UPGRADE_REQUIRED', 'This address speaks WebSocket');
  },
};
