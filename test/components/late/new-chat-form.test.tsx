// @vitest-environment happy-dom
import { cleanup, fireEvent, render, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';

import { NewChatForm } from '../../../components/late/NewChatForm';
import { answerInstead } from '../../../lib/bridge';
import type { AccountChoice } from '../../../lib/new-chat';
import { resetBrowser } from '../../helpers/fake-browser';

const ACCOUNTS: AccountChoice[] = [{ id: 'signal', network: 'Signal' }];

afterEach(cleanup);

it('keeps the field, and what was typed there, when the accounts come', async () => {
  resetBrowser();
  const waiting: ((accounts: AccountChoice[]) => void)[] = [];
  const told = new Promise<AccountChoice[]>((resolve) => waiting.push(resolve));
  answerInstead((name) => (name === 'accounts' ? told : Promise.resolve([])));
  const { container } = render(<NewChatForm onStarted={() => {}} onClose={() => {}} />);
  const field = () => container.querySelector<HTMLInputElement>('#new-chat-to');
  const first = field();
  expect(document.activeElement).toBe(first);
  fireEvent.input(first!, { target: { value: 'ma' } });
  for (const tell of waiting) tell(ACCOUNTS);
  await waitFor(() => expect(container.querySelector('option')?.value).toBe('signal'));
  expect(document.activeElement).toBe(first);
  expect(field()?.value).toBe('ma');
});
