import { beforeEach, expect, it } from 'vitest';

import { ITEMS, type Slices } from '@/lib/storage/items';
import type { State } from '@/lib/worker/core/state';
import { createAnnouncer } from '@/lib/worker/core/announce';
import { aChat, chatMap } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';
import { resetBrowser } from '../../../helpers/fake-browser';

beforeEach(resetBrowser);

const FALLBACKS = Object.fromEntries(
  Object.entries(ITEMS).map(([name, { fallback }]) => [name, fallback]),
) as unknown as Slices;

function written(isConnected: boolean): unknown {
  const announce = createAnnouncer(
    () => NOON,
    ({ rows }) => rows.map(({ chat }) => chat.title).join(),
  );
  const chats = chatMap(aChat({ unreadCount: 1 }), aChat({ id: '!bo', title: 'Bo' }));
  const state: State = { ...FALLBACKS, status: { isConnected }, chats };
  const writes = announce(state, []);
  return writes.find(({ key }) => key === 'frame')?.packed;
}

it('every change is stored with the first frame that shows it', () => {
  expect(written(true)).toMatchObject({
    value: { markup: 'Ada', day: new Date(NOON).setHours(0, 0, 0, 0) },
  });
});

it('who disconnects leaves no frame behind', () => {
  expect(written(false)).toMatchObject({ value: null });
});
