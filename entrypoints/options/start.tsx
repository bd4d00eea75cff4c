import { render } from 'preact';

import { Options } from '../../components/Options';
import { speakLanguage, t } from '../../lib/i18n';

/** The settings, or what their address asks for in their place. */
export async function start(): Promise<void> {
  speakLanguage(document.documentElement);
  document.title = t('options_title');
  const asked = new URLSearchParams(location.search);
  if (!asked.has('welcome') && !asked.has('demo')) return render(<Options />, document.body);
  const first = await import('./first-minutes');
  return asked.has('demo') ? first.showDemo() : first.showWelcome();
}
