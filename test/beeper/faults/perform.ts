import type { ServerResponse } from 'node:http';

import { APP_VERSION } from '../age';
import { write } from '../http/write';
import type { App } from '../http/route';
import type { ActiveFault, FaultOptions } from './faults';
import { FAULT_REPLIES, isReplyFault } from './replies';

const HALF = '{"items":[{"id":"!half:beeper.local","title":"Half';
const CHUNK = Buffer.alloc(1 << 20, 0x20);

/** Fails the way that was asked for. What hangs or trickles ends when the socket does. */
export function perform(app: App, response: ServerResponse, { fault, options }: ActiveFault): void {
  if (isReplyFault(fault))
    return write(app, response, FAULT_REPLIES[fault](options, app.world.now()));
  if (fault === 'hanging') return;
  if (fault === 'reset-before-headers') return reset(response);
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'x-beeper-desktop-version': APP_VERSION[app.age],
    ...lengthFor(fault, options),
  });
  if (fault === 'trickle') return trickle(response, options);
  if (fault === 'huge-body') return flood(response, sizeOf(options));
  response.write(HALF, () => {
    if (fault === 'reset-in-body') reset(response);
    else response.socket?.end();
  });
}

function lengthFor(fault: ActiveFault['fault'], options: FaultOptions): Record<string, number> {
  if (fault === 'huge-body') return { 'content-length': sizeOf(options) };
  return fault === 'trickle' ? {} : { 'content-length': HALF.length * 2 };
}

function sizeOf({ bytes = 50 << 20 }: FaultOptions): number {
  return bytes;
}

function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}

/** Valid JSON that never gets to its end: a list of ever more spaces. */
function trickle(response: ServerResponse, { pauseMs = 50 }: FaultOptions): void {
  response.write('[');
  const timer = setInterval(() => response.write(' '), pauseMs);
  response.once('close', () => clearInterval(timer));
}

function flood(response: ServerResponse, left: number): void {
  if (left <= 0) {
    response.end();
    return;
  }
  const chunk = CHUNK.subarray(0, Math.min(left, CHUNK.length));
  const goOn = (): void => flood(response, left - chunk.length);
  if (!response.destroyed) response.write(chunk, goOn);
}
