import type { ServerResponse } from 'node:http';

import { APP_VERSION } from '../age';
import type { Reply } from './reply';
import type { App } from './route';

export function write(app: App, response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, headersOf(app, reply));
  const { after } = reply;
  // Closing comes last in any case, even if nobody was there any more to read the answer.
  if (after) response.once('close', after);
  response.end(reply.body);
}

export function headersOf(app: App, { status, body, headers }: Reply): Record<string, string> {
  return {
    'x-beeper-desktop-version': APP_VERSION[app.age],
    ...(status !== 204 && { 'content-length': `${Buffer.byteLength(body)}` }),
    ...headers,
  };
}
