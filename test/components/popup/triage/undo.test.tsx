// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { openPage } from '../../../helpers/acting-page';
import { aChat, chatMap } from '../../../helpers/builders';
import { resetBrowser } from '../../../helpers/fake-browser';
import { press } from '../../../helpers/press';

beforeEach(resetBrowser);
afterEach(cleanup);

/** Unread chats a, b, c, …, in this order. */
function unread(...ids: string[]) {
  return chatMap(
    ...ids.map((id, index) =>
      aChat({ id, title: id.toUpperCase(), unreadCount: 1, lastActivity: 1000 - index }),
    ),
  );
}

const dialog = () => screen.getByRole('dialog');
const shows = (title: string) =>
  waitFor(() => within(dialog()).getByRole('heading', { name: title }));
const says = (text: string) => waitFor(() => within(dialog()).getByText(text));

describe('undo in a triage run', () => {
  it('takes back what was done in the list before it', async () => {
    const page = openPage({ chats: unread('a', 'b') });
    press('e');
    await waitFor(() => expect(page.archived()).toEqual(['a']));
    press('t');
    await shows('B');
    press('z');
    await waitFor(() => expect(page.archived()).toEqual([]));
  });

  it('does so by its button, once its own acts are all taken back', async () => {
    const page = openPage({ chats: unread('a', 'b', 'c') });
    press('e');
    press('t');
    await shows('B');
    press('e');
    await shows('C');
    await waitFor(() => expect(page.archived()).toEqual(['a', 'b']));
    press('z');
    await waitFor(() => expect(page.archived()).toEqual(['a']));
    fireEvent.click(within(dialog()).getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(page.archived()).toEqual([]));
  });

  it('takes back its own acts and none before it, also where one was not taken in', async () => {
    const page = openPage({ chats: unread('a', 'b', 'c') });
    press('e');
    await waitFor(() => expect(page.archived()).toEqual(['a']));
    press('t');
    await shows('B');
    press('e');
    await shows('C');
    await waitFor(() => expect(page.archived()).toEqual(['a', 'b']));
    page.refuse(1);
    press('e');
    await waitFor(() => within(dialog()).getByRole('button', { name: 'Try again' }));
    await says('1 chat: 1 archived');
    fireEvent.click(within(dialog()).getByRole('button', { name: 'Undo all' }));
    await waitFor(() => expect(page.archived()).toEqual(['a']));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(page.archived()).toEqual(['a']);
  });

  it('takes back its own acts although another page has acted meanwhile', async () => {
    const page = openPage({ chats: unread('a', 'b', 'c') });
    press('t');
    await shows('A');
    press('e');
    await shows('B');
    await waitFor(() => expect(page.archived()).toEqual(['a']));
    await page.elsewhere('c', { kind: 'archive' });
    press('z');
    await waitFor(() => expect(page.archived()).toEqual(['c']));
    await shows('A');
  });

  it('takes two acts on one chat back to where it was before them', async () => {
    const page = openPage({ chats: unread('a') });
    press('t');
    await shows('A');
    press('e');
    await says('1 chat: 1 archived');
    press('ArrowLeft');
    await shows('A');
    press('e');
    await waitFor(() => expect(page.archived()).toEqual([]));
    press('ArrowLeft');
    await shows('A');
    press('m');
    await waitFor(() => expect(page.chat('a')?.isMuted).toBe(true));
    fireEvent.click(within(dialog()).getByRole('button', { name: 'Undo all' }));
    await waitFor(() => expect(page.state().history).toEqual([]));
    expect(page.chat('a')).toMatchObject({ box: 'primary', isMuted: false });
  });
});
