// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { openPage } from '../../../helpers/acting-page';
import { aChat, chatMap } from '../../../helpers/builders';
import { resetBrowser } from '../../../helpers/fake-browser';
import { press } from '../../../helpers/press';

beforeEach(resetBrowser);
afterEach(cleanup);

const CHATS = chatMap(
  aChat({ id: 'a', title: 'Ada', unreadCount: 1, lastActivity: 2 }),
  aChat({ id: 'b', title: 'Bo', unreadCount: 1, lastActivity: 1 }),
);

it('is gone with Esc before the next key, which the list gets', async () => {
  const page = openPage({ chats: CHATS });
  press('?');
  const card = await waitFor(() => screen.getByRole('dialog'));
  await waitFor(() => expect(card).toHaveProperty('open', true));
  fireEvent.keyDown(card, { key: 'Escape' });
  await Promise.resolve();
  expect(card.isConnected).toBe(false);
  press('e');
  await waitFor(() => expect(page.archived()).toEqual(['a']));
});
