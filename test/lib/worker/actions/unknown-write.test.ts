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

async function tried(intent: Intent) {
  const { desk, asked } = await openWithoutWrites();
  const chat = desk.beeper.addChat({ unreadCount: 1 });
  await desk.poll();
  asked.length = 0;
  await desk.act(chat.id, intent, 'act');
  for (let polls = 0; polls < 5; polls += 1) await desk.poll();
  expect(asked.filter((request) => !request.startsWith('GET'))).toHaveLength(1);
  expect(asked.filter((request) => request === 'GET /v1/info').length).toBeLessThanOrEqual(2);
  expect((await desk.status()).trouble).toBeUndefined();
  return { desk, chat };
}

it.each(['archive', 'markRead', 'mute'] as const)(
  'a write that this Beeper does not have, to %s, is tried once and told',
  async (kind) => {
    const { desk } = await tried({ kind });
    expect(await desk.outbox()).toMatchObject([{ id: 'act', state: 'failed', error: 'tooOld' }]);
  },
);

it('a reminder that this Beeper cannot have is kept here', async () => {
  const at = NOON + HOUR;
  const { desk, chat } = await tried({ kind: 'remind', at, dismissOnIncoming: false });
  expect(await desk.reminder(chat.id)).toMatchObject({ at, kept: 'here' });
});
