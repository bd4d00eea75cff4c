// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { NoticeView } from '@/components/popup/NoticeView';
import type { Acts } from '@/components/popup/actions/use-act';
import { SECOND } from '@/lib/base/time';
import { resetBrowser } from '../../helpers/fake-browser';

beforeEach(() => {
  resetBrowser();
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function shown() {
  const dismiss = vi.fn<() => void>();
  const acts = { dismiss, sent: [], unconfirmed: [] } as Partial<Acts> as Acts;
  const notice = { kind: 'said', text: 'Sent' } as const;
  const { container } = render(
    <NoticeView acts={acts} notice={notice} snapshot={undefined} now={0} />,
  );
  return { dismiss, close: container.querySelector('button') };
}

it('goes by itself once there was time to read it', () => {
  const { dismiss } = shown();
  vi.advanceTimersByTime(9 * SECOND);
  expect(dismiss).not.toHaveBeenCalled();
  vi.advanceTimersByTime(2 * SECOND);
  expect(dismiss).toHaveBeenCalledOnce();
});

it('stays while somebody is about to press a button of it', () => {
  const { dismiss, close } = shown();
  close?.focus();
  vi.advanceTimersByTime(60 * SECOND);
  expect(dismiss).not.toHaveBeenCalled();
  close?.blur();
  vi.advanceTimersByTime(11 * SECOND);
  expect(dismiss).toHaveBeenCalled();
});
