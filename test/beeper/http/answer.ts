import type { IncomingMessage, ServerResponse } from 'node:http';

import type { ActiveFault, Faults } from '../faults/faults';
import { perform } from '../faults/perform';
import { dispatch } from './dispatch';
import { parseBody, readBytes, type LoggedRequest } from './request';
import type { Reply } from './reply';
import type { App, Route } from './route';
import { write } from './write';

export interface Backstage {
  app: App;
  routes: readonly Route[];
  faults: Faults;
}

export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  logged: LoggedRequest;
}

/** Reads what came, lets the routes decide, and writes what they say, unless a fault is due. */
export async function answer(
  stage: Backstage,
  { request, response, logged }: Exchange,
): Promise<void> {
  const bytes = await readBytes(request);
  // The client went away while it was still talking.
  if (!bytes) return;
  logged.body = parseBody(bytes, request.headers['content-type']);
  const { reply, fault } = await decide(stage, logged);
  if (fault) perform(stage.app, response, fault);
  else write(stage.app, response, reply);
  if (response.headersSent) logged.status = response.statusCode;
}

export type Decision = { reply: Reply; fault?: never } | { reply?: never; fault: ActiveFault };

/** What the routes say, or the fault that takes the place of it. */
export async function decide(stage: Backstage, logged: LoggedRequest): Promise<Decision> {
  const fault = stage.faults.hit(logged);
  if (fault && !fault.options.isApplied) return { fault };
  const reply = await dispatch(stage.app, stage.routes, logged);
  if (!fault) return { reply };
  reply.after?.();
  return { fault };
}
