import { SECOND } from '@/lib/base/time';
import type { HttpOptions } from '@/lib/beeper/guarded-fetch';

/** The real network, with the usual patience and nothing forbidden. */
export const REACH: HttpOptions = {
  fetch: (...request) => fetch(...request),
  timeoutMs: 10 * SECOND,
  isAllowed: () => Promise.resolve(true),
};

/** A network of chats that have no archive. */
export const withoutArchive: typeof fetch = async (...request) => {
  const answer = await fetch(...request);
  if (!answer.headers.get('content-type')?.includes('json')) return answer;
  const text = (await answer.text()).replaceAll('"archive":true', '"archive":false');
  return new Response(text, answer);
};
