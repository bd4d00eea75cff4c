// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';

import { ConnectionSettings } from '@/components/options/connection/ConnectionSettings';
import type { Discovery } from '@/lib/model/connection/discovery';
import { DISCONNECTED, type Status } from '@/lib/model/connection/status';
import { answerInstead } from '@/lib/requests/bridge';
import { resetBrowser } from '../../../helpers/fake-browser';

const NONE: Discovery = { beepers: [], strangers: [], isBlocked: false };
const ONE: Discovery = {
  ...NONE,
  beepers: [{ baseUrl: 'http://localhost:23374', name: 'Beeper', kind: 'desktop' }],
};
const CONNECTED: Status = { isConnected: true, baseUrl: 'http://localhost:40000' };

afterEach(cleanup);

function settings(status: Status, found: Discovery) {
  resetBrowser();
  answerInstead(() => Promise.resolve(null));
  const page = (now: Status) => <ConnectionSettings status={now} signIn={null} found={found} />;
  const { container, rerender } = render(page(status));
  const list = () => container.querySelector('.found');
  const hasLooked = () => list()?.getAttribute('aria-busy') === 'false';
  return { list, hasLooked, become: (now: Status) => rerender(page(now)) };
}

it('says no more that no Beeper answers, once it is connected to one', async () => {
  const { list, hasLooked, become } = settings(DISCONNECTED, NONE);
  await waitFor(() => expect(hasLooked()).toBe(true));
  become(CONNECTED);
  expect(list()).toBeNull();
});

it('goes on offering what was found, once it is connected to another', async () => {
  const { list, hasLooked, become } = settings(DISCONNECTED, ONE);
  await waitFor(() => expect(hasLooked()).toBe(true));
  become(CONNECTED);
  expect(list()?.querySelectorAll('input')).toHaveLength(1);
});

it('keeps the focus when its button goes with the connection', () => {
  const { become } = settings(CONNECTED, NONE);
  const leave = screen.getByRole('button', { name: 'Disconnect' });
  leave.focus();
  fireEvent.click(leave);
  become(DISCONNECTED);
  expect(document.activeElement?.textContent).toBe('Connection');
});
