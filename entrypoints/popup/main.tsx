import { render } from 'preact';
import { browser } from 'wxt/browser';

import { App } from '../../components/App';
import { speakLanguage } from '../../lib/i18n';
import { GLANCE } from '../../lib/store/page-items';
import { loadItem } from '../../lib/store/local';

speakLanguage(document.documentElement);
// Without it the popup waits for the snapshot and says so.
const glance = await loadItem(GLANCE).catch(() => null);
render(
  <App glance={glance} openSettings={() => void browser.runtime.openOptionsPage()} />,
  document.body,
);
