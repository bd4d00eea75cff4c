// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';

import { MessageLine } from '@/components/popup/chat/MessageLine';
import { readMessage } from '@/lib/beeper/parse/conversation';
import { featuresOf } from '@/lib/model/chats/features';
import { aRawMessage } from '../../../helpers/builders';
import { resetBrowser } from '../../../helpers/fake-browser';

beforeEach(resetBrowser);
afterEach(cleanup);

function drawn(text: string): Element {
  const context = { features: featuresOf('4.3.20'), accounts: {} };
  const message = readMessage(aRawMessage({ text }), context);
  if (!message) throw new Error('It is no message');
  const line = { message, isFirst: true, isNew: false };
  return render(<MessageLine line={line} isGroup={false} />).container;
}

it('a spoiler shows when it is asked for', () => {
  const container = drawn('It was <span data-mx-spoiler>Professor Plum</span>.');
  expect(container.textContent).not.toContain('Plum');
  fireEvent.click(screen.getByRole('button', { name: 'Show hidden text' }));
  expect(container.querySelector('.said')?.textContent).toBe('It was Professor Plum.');
});

it('a message without words or pictures says that it is one', () => {
  expect(drawn('<img src="mxc://x/y">').querySelector('.bubble')?.textContent).toContain('Message');
});
