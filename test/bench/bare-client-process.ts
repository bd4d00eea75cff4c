import { WebSocket } from 'ws';

import { wall } from './wall';

export interface Heard {
  /** The messages. */
  ids: string[];
  /** ms since the epoch */
  at: number;
}

interface SocketFrame {
  type: string;
  ids?: string[];
}

const [, , url = '', token = ''] = process.argv;
// Whoever started it is gone.
process.once('disconnect', () => process.exit());
const socket = new WebSocket(url, { headers: { authorization: `Bearer ${token}` } });

socket.on('message', (data: Buffer) => {
  const at = wall();
  const { type, ids = [] } = JSON.parse(data.toString('utf8')) as SocketFrame;
  if (type === 'ready') socket.send(JSON.stringify({ type: 'subscriptions.set', chatIDs: ['*'] }));
  // The first message says that it listens.
  if (type === 'subscriptions.updated') process.send?.({ ids: [], at });
  if (type === 'message.upserted') process.send?.({ ids, at });
});
