import { expect, it } from 'vitest';

import type { Arrivals } from '@/lib/model/notifications/new-messages';
import { readArrivals } from '@/lib/model/notifications/parse-new-messages';
import { NOON } from '../../../helpers/clock';
import { aNewChat, noted, WATCHED } from '../../../helpers/telling';

const stored = (arrivals: Arrivals | null): unknown => JSON.parse(JSON.stringify(arrivals));

it('an arrival is read as it was, also one that an older version has stored', () => {
  const arrivals = noted({ after: [aNewChat()] });
  expect(readArrivals(stored(arrivals))).toStrictEqual(arrivals);
  const { setAt: _later, ...older } = arrivals?.chats['!ada'] ?? {};
  expect(readArrivals({ ...WATCHED, chats: { '!ada': older } })?.chats['!ada']).toStrictEqual(
    older,
  );
  expect(older).toMatchObject({ heardAt: NOON, bell: 'set' });
});
