// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';

import { DataSettings } from '@/components/options/DataSettings';
import { settingsFile } from '@/lib/model/settings/file';
import { DEFAULT_SETTINGS } from '@/lib/model/settings/settings';
import { NO_SYNC } from '@/lib/model/settings/sync';
import { answerInstead } from '@/lib/requests/bridge';
import { resetBrowser } from '../../helpers/fake-browser';

type Answer = Parameters<typeof answerInstead>[0];

afterEach(cleanup);

/** Somebody chooses this file. */
function choose(file: File) {
  resetBrowser();
  const asked = vi.fn<Answer>(() => Promise.resolve());
  answerInstead(asked);
  render(<DataSettings settings={DEFAULT_SETTINGS} sync={NO_SYNC} chats={new Map()} />);
  fireEvent.change(screen.getByLabelText('Import settings'), { target: { files: [file] } });
  return asked;
}

it('takes a file of ours', async () => {
  const asked = choose(new File([settingsFile(DEFAULT_SETTINGS)], 'ours.json'));
  await waitFor(() => expect(screen.getByText('Imported.')).toBeDefined());
  expect(asked).toHaveBeenCalledWith('saveSettings', DEFAULT_SETTINGS);
});

it('says that a file cannot be read', async () => {
  const file = new File([settingsFile(DEFAULT_SETTINGS)], 'gone.json');
  file.text = () => Promise.reject(new DOMException('It is gone', 'NotFoundError'));
  const asked = choose(file);
  await waitFor(() => expect(screen.getByText(/this file cannot be read/)).toBeDefined());
  expect(asked).not.toHaveBeenCalled();
});

it('says that a file is too large', async () => {
  const asked = choose(new File([settingsFile(DEFAULT_SETTINGS), ' '.repeat(300_000)], 'big.json'));
  await waitFor(() => expect(screen.getByText(/larger than 256 KB/)).toBeDefined());
  expect(asked).not.toHaveBeenCalled();
});
