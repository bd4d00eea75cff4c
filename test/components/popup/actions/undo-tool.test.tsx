// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { HOUR } from '@/lib/base/time';
import { openPage } from '../../../helpers/acting-page';
import { aChat, aReminder, chatMap } from '../../../helpers/builders';
import { resetBrowser } from '../../../helpers/fake-browser';
import { press } from '../../../helpers/press';

beforeEach(resetBrowser);
afterEach(cleanup);

const CHATS = chatMap(
  aChat({ id: 'a', title: 'Ada', unreadCount: 1, lastActivity: 2 }),
  aChat({ id: 'b', title: 'Bo', unreadCount: 1, lastActivity: 1 }),
);

const undo = (what: string) => waitFor(() => screen.getByTitle(`Undo: ${what} (z)`));

describe('undo is at hand while something else is said', () => {
  it('of a chat opened right after another was archived', async () => {
    const page = openPage({ chats: CHATS });
    press('e');
    await waitFor(() => expect(page.archived()).toEqual(['a']));
    press('Enter');
    await waitFor(() => screen.getByText('Opened Bo in Beeper'));
    fireEvent.click(await undo('Archived Ada'));
    await waitFor(() => expect(page.archived()).toEqual([]));
  });

  it('of a reminder that was cleared to open its chat now', async () => {
    const at = Date.now() + HOUR;
    const reminders = { a: aReminder({ chatID: 'a', at }) };
    const page = openPage({ chats: CHATS, reminders, tab: 'reminders' });
    press('h');
    fireEvent.click(await waitFor(() => screen.getByRole('menuitem', { name: /^Now/ })));
    await waitFor(() => screen.getByText('Opened Ada in Beeper'));
    expect(page.reminder('a')).toBeUndefined();
    fireEvent.click(await undo('Reminder for Ada cleared'));
    await waitFor(() => expect(page.reminder('a')).toMatchObject({ at, bell: 'set' }));
  });

  it('of a reminder that had rung, which is there again and does not ring', async () => {
    const at = Date.now() - HOUR;
    const reminders = { a: aReminder({ chatID: 'a', at, bell: 'rung' }) };
    const page = openPage({ chats: CHATS, reminders, tab: 'reminders' });
    press('h');
    fireEvent.click(await waitFor(() => screen.getByRole('menuitem', { name: /^Now/ })));
    await waitFor(() => screen.getByText('Opened Ada in Beeper'));
    expect(page.reminder('a')?.bell).toBe('done');
    expect(screen.queryAllByRole('listitem', { name: /^Ada/ })).toEqual([]);
    fireEvent.click(await undo('Reminder for Ada cleared'));
    await waitFor(() => screen.getByRole('listitem', { name: /^Ada/ }));
    expect(page.reminder('a')).toMatchObject({ at, bell: 'rung' });
  });

  it('of an act that was not taken in', async () => {
    const page = openPage({ chats: CHATS });
    press('e');
    await waitFor(() => expect(page.archived()).toEqual(['a']));
    page.refuse(1);
    press('e');
    await waitFor(() => screen.getByRole('button', { name: 'Try again' }));
    fireEvent.click(await undo('Archived Ada'));
    await waitFor(() => expect(page.archived()).toEqual([]));
  });

  it('in a triage run', async () => {
    const page = openPage({ chats: CHATS });
    press('t');
    const dialog = await waitFor(() => screen.getByRole('dialog'));
    press('e');
    await waitFor(() => expect(page.archived()).toEqual(['a']));
    await waitFor(() => within(dialog).getByRole('heading', { name: 'Bo' }));
    press('Enter');
    await waitFor(() => within(dialog).getByText('Opened Bo in Beeper'));
    fireEvent.click(within(dialog).getByTitle('Undo: Archived Ada (z)'));
    await waitFor(() => expect(page.archived()).toEqual([]));
  });

  it('is offered once where the line that is shown offers it', async () => {
    openPage({ chats: CHATS });
    press('e');
    await waitFor(() => screen.getByText('Archived Ada'));
    await waitFor(() => expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(1));
  });
});
