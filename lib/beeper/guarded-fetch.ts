import { CompanionError, type ErrorCode } from '@/lib/base/errors';

/** How the network is reached, and with how much patience. */
export interface HttpOptions {
  fetch: typeof fetch;
  /** For the whole answer, its body included: a body that trickles must end as well, ms. */
  timeoutMs: number;
  /** Whether the browser lets us reach this address at all. */
  isAllowed: (url: string) => Promise<boolean>;
}

export interface FetchGuards extends HttpOptions {
  maxBytes: number;
  /** What is otherwise for this one. */
  init?: RequestInit;
  /** What an answer larger than that means. */
  tooLarge?: ErrorCode;
  onHeaders?: (headers: Headers) => void;
  /** What must be so before anything is sent; takes its own time. */
  before?: () => Promise<void>;
}

/**
 * A fetch that always ends, with a whole answer or a CompanionError: it follows no redirect (the
 * token stays with the address it was given for), sends no cookies, and bounds time and size.
 */
export function guardFetch(guards: FetchGuards): typeof fetch {
  const { fetch, timeoutMs, onHeaders } = guards;
  return async (input, init) => {
    await guards.before?.();
    const deadline = AbortSignal.timeout(timeoutMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, deadline]) : deadline;
    let isAnswering = false;
    try {
      const response = await fetch(input, { ...init, ...ALWAYS, ...guards.init, signal });
      isAnswering = true;
      if (isRedirect(response)) throw new CompanionError('notBeeper');
      onHeaders?.(response.headers);
      return await readWhole(response, guards);
    } catch (error) {
      if (error instanceof CompanionError) throw error;
      if (deadline.aborted || isTimeout(error)) throw new CompanionError('notResponding');
      // It broke off in the middle: whoever it is, it runs.
      if (isAnswering) throw new CompanionError('badAnswer');
      throw new CompanionError((await isReachable(guards, input)) ? 'notRunning' : 'notAllowed');
    }
  };
}

const ALWAYS = {
  redirect: 'manual',
  credentials: 'omit',
  cache: 'no-store',
  referrerPolicy: 'no-referrer',
} as const;

/** Without permission for the host a request fails just as if nobody were there. */
function isReachable(
  { isAllowed }: HttpOptions,
  input: Parameters<typeof fetch>[0],
): Promise<boolean> {
  return isAllowed(input instanceof Request ? input.url : String(input));
}

/** An answer can also be given up by whoever brings it, before our own deadline. */
function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError';
}

function isRedirect({ type, status }: Response): boolean {
  return type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
}

async function readWhole(response: Response, guards: FetchGuards): Promise<Response> {
  const chunks = await readChunks(response, guards);
  const body = new Blob(chunks as BlobPart[]);
  const { status, statusText, headers } = response;
  // A success without a body is the same success whatever its status says (seen on archive).
  if (response.ok && body.size === 0) return new Response(null, { status: 204, headers });
  return new Response(hasNoBody(status) ? null : body, { status, statusText, headers });
}

async function readChunks(
  { body }: Response,
  { maxBytes, tooLarge = 'badAnswer' }: FetchGuards,
): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  if (!body) return chunks;
  const reader = body.getReader();
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      throw new CompanionError(tooLarge);
    }
    chunks.push(value);
  }
}

function hasNoBody(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}
