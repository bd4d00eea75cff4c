import { render } from 'preact';
import { browser } from 'wxt/browser';

import { App } from '../../components/App';
import { loadStore } from '../../components/hooks/use-page-snapshot';
import { speakLanguage } from '../../lib/i18n';
import { GLANCE } from '../../lib/store/glance-item';
import { unpack } from '../../lib/store/stored-item';

const openSettings = () => void browser.runtime.openOptionsPage();

/** Takes over from the script that painted the first frame. */
export async function start(): Promise<void> {
  void loadStore();
  const { firstFrame } = globalThis;
  // Without it the popup waits for the snapshot and says so.
  const stored = await firstFrame?.stored.catch(() => undefined);
  const glance = unpack(GLANCE, stored?.[GLANCE.key]).value;
  await firstFrame?.isPainted.catch(() => undefined);
  speakLanguage(document.documentElement);
  // It takes over what is drawn, and what somebody has already typed.
  const typed = document.querySelector('input')?.value ?? '';
  render(<App glance={glance} typed={typed} openSettings={openSettings} />, document.body);
  firstFrame?.replay();
}
