import { expect, it } from 'vitest';

import type { Intent } from '@/lib/model/actions/intent';
import { openDesk } from '../../../helpers/desk';
import { NOON } from '../../../helpers/clock';
import { HOUR } from '@/lib/base/time';

/** A Beeper, or what stands before it, that knows no writes to chats and does not say who it is. */
async function openWithoutWrites() {
  const asked: string[] = [];
  const desk = await openDesk({
    chats: 3,
    fetch: async (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : String(input));
      const method = init?.method ?? 'GET';
      asked.push(`${method} ${pathname}`);
      if (method !== 'GET' && pathname.startsWith('/v1/chats/'))
        return new Response('Not found', { status: 404 });
      return fetch(input, init);
    },
  });
  return { desk, asked };
}

it.each<Intent>([
  { kind: 'archive' },
  { kind: 'markRead' },
  { kind: 'mute' },
  { kind: 'remind', at: NOON + HOUR, dismissOnIncoming: false },
])('a write that this Beeper does not have, to $kind, is tried once and told', async (intent) => {
  const { desk, asked } = await openWithoutWrites();
  const chat = desk.beeper.addChat({ unreadCount: 1 });
  await desk.poll();
  asked.length = 0;
  await desk.act(chat.id, intent, 'act');
  for (let polls = 0; polls < 5; polls += 1) await desk.poll();
  expect(asked.filter((request) => !request.startsWith('GET'))).toHaveLength(1);
  expect(asked.filter((request) => request === 'GET /v1/info').length).toBeLessThanOrEqual(2);
  expect((await desk.status()).trouble).toBeUndefined();
  if (intent.kind === 'remind')
    expect(await desk.reminder(chat.id)).toMatchObject({ at: NOON + HOUR, kept: 'here' });
  else expect(await desk.outbox()).toMatchObject([{ id: 'act', state: 'failed', error: 'tooOld' }]);
});
