// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';

import { ConnectStep } from '@/components/welcome/ConnectStep';
import type { Discovery } from '@/lib/model/connection/discovery';
import { DISCONNECTED } from '@/lib/model/connection/status';
import { answerInstead } from '@/lib/requests/bridge';
import { resetBrowser } from '../../helpers/fake-browser';

const NONE: Discovery = { beepers: [], strangers: [], isBlocked: false };
const STRANGER: Discovery = { ...NONE, strangers: ['http://localhost:23373'] };

afterEach(cleanup);

function step(found: Discovery) {
  return <ConnectStep status={DISCONNECTED} signIn={null} found={found} />;
}

it('unfolds the other ways for whom one click is not enough, and never folds them again', async () => {
  resetBrowser();
  answerInstead(() => Promise.resolve(null));
  const { container, rerender } = render(step(NONE));
  const isOpen = () => container.querySelector('details')?.open;
  expect(isOpen()).toBe(false);
  rerender(step(STRANGER));
  await waitFor(() => expect(isOpen()).toBe(true));
  rerender(step(NONE));
  expect(isOpen()).toBe(true);
});
