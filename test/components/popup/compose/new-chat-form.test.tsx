// @vitest-environment happy-dom
import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { NewChatForm } from '@/components/popup/compose/NewChatForm';
import type { AccountChoice } from '@/lib/model/messages/new-chat';
import { answerInstead } from '@/lib/requests/bridge';
import { resetBrowser } from '../../../helpers/fake-browser';

const ACCOUNTS: AccountChoice[] = [{ id: 'signal', network: 'Signal' }];
const MAYA = { id: '@maya', name: 'Maya' };
const BEGUN = { accountID: 'signal', people: [MAYA], query: '', title: '', text: 'Hello' };

beforeEach(() => {
  resetBrowser();
  answerInstead(async (name) => (name === 'accounts' ? ACCOUNTS : [MAYA]));
});
afterEach(cleanup);

function open() {
  const { container, findByRole } = render(<NewChatForm onStarted={() => {}} onClose={() => {}} />);
  const find = (selector: string) => container.querySelector<HTMLInputElement>(selector)!;
  return {
    findByRole,
    to: () => find('#new-chat-to'),
    message: () => find('textarea'),
    account: () => find('select').value,
    people: () => [...container.querySelectorAll('.person')].map((one) => one.textContent),
    accounts: () => container.querySelectorAll('option').length,
  };
}

const enter = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
const stored = async () => (await fakeBrowser.storage.session.get('newChat')).newChat;
const store = (newChat: object) => fakeBrowser.storage.session.set({ newChat });

it('keeps the field, and what was typed there, when the accounts come', async () => {
  const waiting: ((accounts: AccountChoice[]) => void)[] = [];
  const told = new Promise<AccountChoice[]>((resolve) => waiting.push(resolve));
  answerInstead((name) => (name === 'accounts' ? told : Promise.resolve([])));
  const { to, accounts } = open();
  const first = to();
  expect(document.activeElement).toBe(first);
  enter(first, 'ma');
  for (const tell of waiting) tell(ACCOUNTS);
  await waitFor(() => expect(accounts()).toBe(1));
  expect(document.activeElement).toBe(first);
  expect(to().value).toBe('ma');
});

it('keeps what is entered where the next popup finds it', async () => {
  const { to, message, findByRole } = open();
  enter(message(), 'Hello');
  await waitFor(async () => expect(await stored()).toMatchObject({ text: 'Hello' }));
  enter(to(), 'ma');
  fireEvent.click(await findByRole('option', { name: /Maya/ }));
  await waitFor(async () => expect(await stored()).toStrictEqual(BEGUN));
});

it('begins with what was left, without taking the field from somebody who types', async () => {
  await store(BEGUN);
  const { to, message, people } = open();
  const field = to();
  enter(field, 'ma');
  await waitFor(() => expect(message().value).toBe('Hello'));
  expect([people(), to().value]).toStrictEqual([['Maya'], 'ma']);
  expect(document.activeElement).toBe(field);
});

it('forgets what has been emptied', async () => {
  await store({ ...BEGUN, people: [] });
  const { message } = open();
  await waitFor(() => expect(message().value).toBe('Hello'));
  enter(message(), '');
  await waitFor(async () => expect(await stored()).toBeUndefined());
});

it('keeps nobody of an account that is gone, and the words', async () => {
  await store({ ...BEGUN, accountID: 'telegram' });
  const { account, message, people } = open();
  await waitFor(() => expect(message().value).toBe('Hello'));
  await waitFor(() => expect(account()).toBe('signal'));
  expect(people()).toStrictEqual([]);
});
