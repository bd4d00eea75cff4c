import { render } from 'preact';
import { browser } from 'wxt/browser';

import { App } from '../../components/App';
import { speakLanguage } from '../../lib/i18n';
import { GLANCE } from '../../lib/store/items';
import { loadItem } from '../../lib/store/local';

speakLanguage(document.documentElement);
const glance = await loadItem(GLANCE);
render(
  <App glance={glance} openSettings={() => void browser.runtime.openOptionsPage()} />,
  document.body,
);
