// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { HandoffPanel } from '@/components/popup/handoff/HandoffPanel';
import { handoffHere } from '@/lib/browser/open-handoff';
import { keepForSession } from '@/lib/storage/session';
import { resetBrowser } from '../../../helpers/fake-browser';

beforeEach(() => {
  resetBrowser();
  history.replaceState(null, '', '?errand=1');
});
afterEach(cleanup);

function panel() {
  const [onQuery, close] = [vi.fn<(query: string) => void>(), vi.fn<() => void>()];
  const props = { onQuery, close, snapshot: undefined } as unknown as Parameters<
    typeof HandoffPanel
  >[0];
  render(<HandoffPanel {...props} />);
  return { onQuery, close };
}

it('looks for the words that no chat is called, once', async () => {
  await keepForSession('errand:1', { kind: 'find', words: 'annual report' });
  const { onQuery, close } = panel();
  await waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(onQuery).toHaveBeenCalledExactlyOnceWith('annual report');
  await waitFor(async () => expect(await handoffHere(location.search)).toBeUndefined());
});

it('goes where there is nothing to go on with', async () => {
  const { onQuery, close } = panel();
  await waitFor(() => expect(close).toHaveBeenCalledOnce());
  expect(onQuery).not.toHaveBeenCalled();
});
