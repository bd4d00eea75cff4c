import { render } from 'preact';
import { browser } from 'wxt/browser';

import { loadStyles } from '@/components/parts/load-styles';
import { App } from '@/components/popup/App';
import { SUMMARY } from '@/lib/storage/items';
import { unpack } from '@/lib/storage/stored-item';
import { speakLanguage } from '@/lib/text/i18n';
import overlayStyles from '@/components/styles/overlays.css?url';

const openSettings = () => void browser.runtime.openOptionsPage();

/** Takes over from the script that painted the first frame. */
async function start(): Promise<void> {
  const { firstFrame } = globalThis;
  // Without it the popup waits for the snapshot and says so.
  const stored = await firstFrame?.stored.catch(() => undefined);
  const summary = unpack(SUMMARY, stored?.[SUMMARY.key]).value;
  await firstFrame?.isPainted.catch(() => undefined);
  void loadStyles(overlayStyles);
  speakLanguage(document.documentElement);
  // It takes over what is drawn, and what somebody has already typed.
  const typed = document.querySelector('input')?.value ?? '';
  render(<App summary={summary} typed={typed} openSettings={openSettings} />, document.body);
  await firstFrame?.replay();
}

void start();
