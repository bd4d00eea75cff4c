import type { ServerResponse } from 'node:http';

import { APP_VERSION } from '../age';
import type { Reply } from './reply';
import type { App } from './route';

export function write(app: App, response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, {
    'x-beeper-desktop-version': APP_VERSION[app.age],
    ...(reply.status !== 204 && { 'content-length': Buffer.byteLength(reply.body) }),
    ...reply.headers,
  });
  const { after } = reply;
  // Closing comes last in any case, even if nobody was there any more to read the answer.
  if (after) response.once('close', after);
  response.end(reply.body);
}
