// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { ReplyForm } from '@/components/popup/compose/ReplyForm';
import { CompanionError } from '@/lib/base/errors';
import { answerInstead } from '@/lib/requests/bridge';
import { aChat } from '../../../helpers/builders';
import { resetBrowser } from '../../../helpers/fake-browser';

beforeEach(() => {
  resetBrowser();
  answerInstead(() => Promise.resolve(null));
});
afterEach(cleanup);

function reply(draft: string): HTMLTextAreaElement {
  const chat = { ...aChat({ id: 'a' }), draft };
  const { container } = render(<ReplyForm chat={chat} onSent={() => {}} onClose={() => {}} />);
  const field = container.querySelector('textarea');
  if (!field) throw new Error('There is no field.');
  return field;
}

it('takes letters at once, so that none of them is a key of the list', () => {
  const field = reply('');
  expect(document.activeElement).toBe(field);
  expect(field.readOnly).toBe(false);
});

it('has what was typed before the draft was read go on where that ends', async () => {
  const field = reply('See you ');
  fireEvent.input(field, { target: { value: 'at six' } });
  await waitFor(() => expect(field.value).toBe('See you at six'));
});

it('shows the draft when nothing was typed', async () => {
  const field = reply('See you ');
  await waitFor(() => expect(field.value).toBe('See you '));
});

it('is sent once, however often Enter is pressed before anything has come of it', async () => {
  const sent: unknown[] = [];
  answerInstead((name, payload) => {
    if (name === 'sendReply') sent.push(payload);
    return Promise.resolve(null);
  });
  const field = reply('See you');
  await waitFor(() => expect(field.value).toBe('See you'));
  fireEvent.keyDown(field, { key: 'Enter' });
  fireEvent.keyDown(field, { key: 'Enter' });
  await waitFor(() => expect(sent).toHaveLength(1));
  fireEvent.keyDown(field, { key: 'Enter' });
  await Promise.resolve();
  expect(sent).toHaveLength(1);
});

it('can be sent again when the worker did not take it', async () => {
  let presses = 0;
  answerInstead((name) => {
    if (name !== 'sendReply') return Promise.resolve(null);
    presses += 1;
    return Promise.reject(new CompanionError('storageFailed'));
  });
  const field = reply('See you');
  await waitFor(() => expect(field.value).toBe('See you'));
  for (const times of [1, 2]) {
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy());
    expect(presses).toBe(times);
  }
});
