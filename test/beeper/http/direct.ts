import { FAULT_REPLIES, isReplyFault } from '../faults/replies';
import { type Backstage, type Decision, decide } from './answer';
import { type AskedRequest, type LoggedRequest, parseBody } from './request';
import type { Reply } from './reply';
import { headersOf } from './write';

export interface DirectStage extends Backstage {
  origin: () => string;
  isUp: () => boolean;
  describe: (asked: AskedRequest) => LoggedRequest;
  log: (logged: LoggedRequest) => void;
}

/**
 * A fetch that asks the stand-in without a socket: the same routes, faults and answers at a part
 * of the cost. What is about the connection itself, such as a body that breaks off, goes over a
 * socket all the same, and so does what is not for this stand-in.
 */
export function directFetch(stage: DirectStage): typeof fetch {
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    if (url.origin !== stage.origin() || !stage.isUp() || !isPlain(init)) return fetch(input, init);
    const logged = stage.describe({
      method: init.method ?? 'GET',
      url: `${url.pathname}${url.search}`,
      headers: { ...Object.fromEntries(new Headers(init.headers)), host: url.host },
    });
    const due = stage.faults.due(logged);
    if (due && !isReplyFault(due.fault)) return fetch(input, init);
    init.signal?.throwIfAborted();
    stage.log(logged);
    await nextTurn();
    const bytes = Buffer.from(typeof init.body === 'string' ? init.body : '');
    logged.body = parseBody(bytes, logged.headers['content-type']);
    const reply = replyOf(stage, await decide(stage, logged));
    logged.status = reply.status;
    await nextTurn();
    reply.after?.();
    init.signal?.throwIfAborted();
    const { status } = reply;
    const body = status === 204 ? null : (reply.body as BodyInit);
    return new Response(body, { status, headers: headersOf(stage.app, reply) });
  };
}

function replyOf({ app }: DirectStage, { reply, fault }: Decision): Reply {
  if (reply) return reply;
  if (isReplyFault(fault.fault)) return FAULT_REPLIES[fault.fault](fault.options, app.world.now());
  throw new Error(`${fault.fault} needs a socket`);
}

/** Text or nothing is sent, and no redirect is followed: as the companion asks. */
function isPlain({ body = null, redirect }: RequestInit): boolean {
  return (body === null || typeof body === 'string') && redirect === 'manual';
}

/** Neither the request nor its answer is there at once. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
