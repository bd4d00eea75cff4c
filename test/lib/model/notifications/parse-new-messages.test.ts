import { expect, it } from 'vitest';

import type { IncomingMessages } from '@/lib/model/notifications/new-messages';
import { readIncomingMessages } from '@/lib/model/notifications/parse-new-messages';
import { NOON } from '../../../helpers/clock';
import { aNewChat, noted, WATCHED } from '../../../helpers/telling';

const stored = (incomingMessages: IncomingMessages | null): unknown =>
  JSON.parse(JSON.stringify(incomingMessages));

it('an arrival is read as it was, also one that an older version has stored', () => {
  const incomingMessages = noted({ after: [aNewChat()] });
  expect(readIncomingMessages(stored(incomingMessages))).toStrictEqual(incomingMessages);
  const { setAt: _later, ...older } = incomingMessages?.chats['!ada'] ?? {};
  expect(
    readIncomingMessages({ ...WATCHED, chats: { '!ada': older } })?.chats['!ada'],
  ).toStrictEqual(older);
  expect(older).toMatchObject({ heardAt: NOON, bell: 'set' });
});
