import { expect, it } from 'vitest';

import { openBeeper, raw } from './support';
import { subscribe } from './support-socket';

it('counts what it has written, on connections open and closed', async () => {
  const beeper = await openBeeper();
  expect(beeper.bytesSent).toBe(0);
  const body = await (await raw(beeper, '/v1/chats')).arrayBuffer();
  const whole = beeper.bytesSent;
  expect(whole).toBeGreaterThan(body.byteLength);
  expect(whole).toBeLessThan(body.byteLength + 1000);

  await raw(beeper, '/v1/info', { headers: { connection: 'close' } });
  const withInfo = beeper.bytesSent;
  expect(withInfo).toBeGreaterThan(whole);
  await beeper.fault('down');
  expect(beeper.bytesSent).toBe(withInfo);
});

it('counts the frames of its socket', async () => {
  const beeper = await openBeeper();
  const client = await subscribe(beeper);
  const before = beeper.bytesSent;
  const [id = ''] = beeper.chats.keys();
  beeper.receive(id, { text: 'x'.repeat(1000) });
  await client.next();
  expect(beeper.bytesSent).toBeGreaterThan(before + 1000);
});
