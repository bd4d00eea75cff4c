import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';

import { prerenderPopup } from '@/components/popup/prerender/FirstFrame';
import { SECOND } from '@/lib/base/time';
import { freshConnections } from '@/lib/browser/fresh-connection';
import { openOwnPage, ownPages, ownVersion, reloadCompanion } from '@/lib/browser/own-pages';
import { hasAccess } from '@/lib/browser/permissions';
import { shrink } from '@/lib/browser/shrink';
import { listenInPlaces } from '@/lib/browser/surface-events';
import { answerRequests } from '@/lib/requests/bridge';
import { createCompanion } from '@/lib/worker/companion';
import { liveInBrowser } from '@/lib/worker/connection/live-in-browser';

/** Wires only. Every listener is attached before anything is awaited, or waking up would miss it. */
export default defineBackground(() => {
  const companion = createCompanion({
    fetch: (...request) => fetch(...request),
    timeoutMs: 10 * SECOND,
    isAllowed: hasAccess,
    now: Date.now,
    random: Math.random,
    live: liveInBrowser(() => companion.handlers),
    updating: { version: ownVersion, pages: ownPages, open: openOwnPage, reload: reloadCompanion },
    shrink,
    draw: prerenderPopup,
  });
  answerRequests(companion.handlers);
  browser.runtime.onInstalled.addListener(companion.installed);
  browser.runtime.onStartup.addListener(companion.start);
  browser.runtime.onUpdateAvailable.addListener(companion.updateAvailable);
  browser.storage.sync.onChanged.addListener(companion.synced);
  browser.alarms.onAlarm.addListener(({ name }) => companion.alarm(name));
  browser.notifications.onClicked.addListener(companion.notificationClicked);
  browser.notifications.onButtonClicked?.addListener(companion.notificationButton);
  listenInPlaces(companion.places);
  freshConnections();
  companion.wake();
});
