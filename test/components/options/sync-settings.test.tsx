// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';

import { SyncSettings } from '@/components/options/SyncSettings';
import { CompanionError } from '@/lib/base/errors';
import { DEFAULT_SETTINGS } from '@/lib/model/settings/settings';
import type { Side, Sync } from '@/lib/model/settings/sync';
import { answerInstead } from '@/lib/requests/bridge';
import { resetBrowser } from '../../helpers/fake-browser';

afterEach(cleanup);

type Answer = Parameters<typeof answerInstead>[0];

function draw(sync: Sync, answer: Answer = () => Promise.resolve()) {
  resetBrowser();
  const asked = vi.fn<Answer>(answer);
  answerInstead(asked);
  render(<SyncSettings sync={sync} />);
  return { asked, box: screen.getByRole<HTMLInputElement>('checkbox') };
}

it('says beside the switch why the browser does not carry them', () => {
  const { box } = draw({ isOn: true, at: 1, trouble: 'QUOTA_BYTES quota exceeded' });
  const told = (box.getAttribute('aria-describedby') ?? '').split(' ');
  const words = told.map((id) => document.getElementById(id)?.textContent);
  expect(words.join(' ')).toContain('QUOTA_BYTES quota exceeded');
});

it.each<[Side, string]>([
  ['ours', 'Put this browser’s own back'],
  ['theirs', 'Use what was synced'],
])('says that %s gave way, and has them back', (whose, name) => {
  const { asked } = draw({ isOn: true, at: 1, gaveWay: { whose, settings: DEFAULT_SETTINGS } });
  expect(screen.getByText(/gave way to/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name }));
  expect(asked).toHaveBeenLastCalledWith('settleSync', { bring: whose });
  fireEvent.click(screen.getByRole('button', { name: 'Leave it so' }));
  expect(asked).toHaveBeenLastCalledWith('settleSync', { bring: null });
});

it('says what went wrong, and shows the switch as it is', async () => {
  const { box } = draw({ isOn: false, at: 0 }, () => {
    throw new CompanionError('storageFailed');
  });
  fireEvent.click(box);
  await waitFor(() => expect(screen.getByText(/could not store/)).toBeDefined());
  expect(box.checked).toBe(false);
});
