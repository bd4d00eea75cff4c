import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

import { drawGlance } from '../components/FirstFrame';
import { hasAccess } from '../lib/access';
import { shrink } from '../lib/avatars/shrink';
import { answerRequests, askDirectly } from '../lib/bridge';
import { freshConnections } from '../lib/fresh-connection';
import { letHeaderThrough, withdrawHeader } from '../lib/socket-header';
import { socketPlace } from '../lib/socket-place';
import { SECOND } from '../lib/time';
import { createCompanion } from '../lib/worker/companion';

/** Wires only. Every listener is attached before anything is awaited, or waking up would miss it. */
export default defineBackground(() => {
  const companion = createCompanion({
    fetch: (...request) => fetch(...request),
    timeoutMs: 10 * SECOND,
    isAllowed: hasAccess,
    now: Date.now,
    random: Math.random,
    live: {
      header: { letThrough: letHeaderThrough, withdraw: withdrawHeader },
      place: socketPlace(() => ({
        open: (url) => new WebSocket(url),
        ask: askDirectly(companion.handlers),
        random: Math.random,
      })),
    },
    shrink,
    draw: drawGlance,
  });
  answerRequests(companion.handlers);
  browser.runtime.onInstalled.addListener(companion.start);
  browser.runtime.onStartup.addListener(companion.start);
  browser.alarms.onAlarm.addListener(({ name }) => companion.alarm(name));
  browser.notifications.onClicked.addListener(companion.notificationClicked);
  browser.notifications.onButtonClicked?.addListener(companion.notificationButton);
  freshConnections();
  companion.wake();
});
