// @vitest-environment happy-dom
import { render } from '@testing-library/preact';
import { expect, it } from 'vitest';

import { QuietSettings } from '@/components/options/QuietSettings';
import { DISCONNECTED } from '@/lib/model/connection/status';
import { DEFAULT_QUIET, type QuietSettings as Quiet } from '@/lib/model/quiet/settings';
import { DEFAULT_HOURS } from '@/lib/model/reminders/times/day-preferences';
import { resetBrowser } from '../../helpers/fake-browser';

const WAIT = 'Otherwise they wait, and come together when quiet is over.';

/** What is said of reminders that do not ring all the same. */
function hint(quiet: Partial<Quiet>): string {
  resetBrowser();
  const { getByRole, container, unmount } = render(
    <QuietSettings
      quiet={{ ...DEFAULT_QUIET, ...quiet }}
      hours={DEFAULT_HOURS}
      status={DISCONNECTED}
    />,
  );
  const box = getByRole('checkbox', { name: 'Reminders ring all the same' });
  const id = box.getAttribute('aria-describedby') ?? '';
  const words = container.querySelector(`#${id}`)?.textContent ?? '';
  unmount();
  return words.replaceAll(/\s/g, ' ');
}

it('says when reminders come where there is no time without quiet', () => {
  expect(hint({ isScheduled: true })).toBe(WAIT);
  expect(hint({ from: '09:30', to: '09:30' })).toBe(WAIT);
  expect(hint({ isScheduled: true, from: '09:30', to: '09:30' })).toBe(
    'Otherwise they wait, and come together every day at 9:30 AM, since there is no time without quiet.',
  );
});
