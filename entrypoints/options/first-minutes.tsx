import { render } from 'preact';

import { loadStyles } from '../../components/load-styles';
import { Demo } from '../../components/welcome/Demo';
import { Welcome } from '../../components/welcome/Welcome';
import demoStyles from '../../components/styles/demo.css?url';
import welcomeStyles from '../../components/styles/welcome.css?url';
import { t } from '../../lib/i18n';

/** What is seen once, after the installation: read by nobody else. */
export async function showWelcome(): Promise<void> {
  document.title = t('welcome_title');
  await loadStyles(welcomeStyles);
  render(<Welcome />, document.body);
}

/** In the clothes of the popup, which are not those of the settings. */
export async function showDemo(): Promise<void> {
  document.title = t('welcome_try');
  document.querySelector('link[rel=stylesheet]')?.remove();
  await loadStyles(demoStyles);
  render(<Demo />, document.body);
}
