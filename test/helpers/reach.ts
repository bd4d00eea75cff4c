import type { Reach } from '../../lib/api/guarded-fetch';
import { SECOND } from '../../lib/time';

/** The real network, with the usual patience and nothing forbidden. */
export const REACH: Reach = {
  fetch: (...request) => fetch(...request),
  timeoutMs: 10 * SECOND,
  isAllowed: () => Promise.resolve(true),
};
