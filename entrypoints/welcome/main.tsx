import { render } from 'preact';

import { loadStyles } from '@/components/parts/load-styles';
import { Demo } from '@/components/welcome/Demo';
import { Welcome } from '@/components/welcome/Welcome';
import { speakLanguage, t } from '@/lib/text/i18n';
import demoStyles from '@/components/styles/demo.css?url';
import welcomeStyles from '@/components/styles/welcome.css?url';

/** What is seen once, after the installation, or the list with made-up chats that it leads to. */
async function start(): Promise<void> {
  speakLanguage(document.documentElement);
  const isDemo = new URLSearchParams(location.search).has('demo');
  document.title = t(isDemo ? 'welcome_try' : 'welcome_title');
  await loadStyles(isDemo ? demoStyles : welcomeStyles);
  render(isDemo ? <Demo /> : <Welcome />, document.body);
}

void start();
