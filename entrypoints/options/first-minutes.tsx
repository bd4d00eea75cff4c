import { render } from 'preact';

import { Demo } from '../../components/welcome/Demo';
import { Welcome } from '../../components/welcome/Welcome';
import demoStyles from '../../components/styles/demo.css?url';
import welcomeStyles from '../../components/styles/welcome.css?url';
import { t } from '../../lib/i18n';

/** What is seen once, after the installation: read by nobody else. */
export async function showWelcome(): Promise<void> {
  document.title = t('welcome_title');
  await style(welcomeStyles);
  render(<Welcome />, document.body);
}

/** In the clothes of the popup, which are not those of the settings. */
export async function showDemo(): Promise<void> {
  document.title = t('welcome_try');
  document.querySelector('link[rel=stylesheet]')?.remove();
  await style(demoStyles);
  render(<Demo />, document.body);
}

function style(href: string): Promise<unknown> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  document.head.append(link);
  return new Promise((resolve) => {
    link.addEventListener('load', resolve);
    // Without it all can be used all the same.
    link.addEventListener('error', resolve);
  });
}
