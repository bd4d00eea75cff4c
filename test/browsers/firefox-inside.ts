/**
 * These functions run inside Firefox's own window (see privileged.ts), so each stands alone: no
 * imports, no constants of this file. The interfaces name only what is used of Firefox's insides.
 */
interface Extension {
  backgroundState: string;
  terminateBackground(options: { disableResetIdleForTest: boolean }): Promise<void>;
}

interface Tab {
  linkedBrowser: { currentURI: { spec: string }; isConnected: boolean };
}

interface Alert {
  name: string;
  cookie: string;
}

interface AlertObserver {
  observe(subject: null, topic: string, data: string): void;
}

declare const gBrowser: {
  tabs: readonly Tab[];
  removeTab(tab: Tab): void;
  selectedTab: Tab;
  addTab(url: string, options: { triggeringPrincipal: unknown; inBackground: boolean }): Tab;
  addTabsProgressListener(listener: object): void;
  removeTabsProgressListener(listener: object): void;
};
declare const Ci: Record<string, Record<string, number>>;
declare const ChromeUtils: {
  generateQI(names: string[]): (iid: unknown) => unknown;
  importESModule(url: string): AddonModule;
};
declare const Services: {
  scriptSecurityManager: { getSystemPrincipal(): unknown };
  uuid: { generateUUID(): unknown };
  prefs: {
    setIntPref(name: string, value: number): void;
    getStringPref(name: string, otherwise: string): string;
    setStringPref(name: string, value: string): void;
    clearUserPref(name: string): void;
  };
  cookies: { removeAll(): void };
};
declare const Components: {
  classes: Record<
    '@mozilla.org/file/local;1',
    { createInstance(iid: unknown): { initWithPath(path: string): void } }
  >;
  manager: { QueryInterface(iid: unknown): { registerFactory(...args: unknown[]): void } };
};
declare const WebExtensionPolicy: { getByID(id: string): { extension: Extension } };

/** WebDriver's own navigation never reports that a page of an extension has loaded. */
export function openTab(url: string, inBackground: boolean): Promise<void> {
  const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
  const tab = gBrowser.addTab(url, { triggeringPrincipal, inBackground });
  if (!inBackground) gBrowser.selectedTab = tab;
  return new Promise((resolve) => {
    const listener = {
      onStateChange(target: unknown, _progress: unknown, _request: unknown, flags: number) {
        const { STATE_STOP = 0, STATE_IS_WINDOW = 0 } = Ci['nsIWebProgressListener'] ?? {};
        const hasStopped = (flags & STATE_STOP) > 0 && (flags & STATE_IS_WINDOW) > 0;
        const isOurs = target === tab.linkedBrowser && tab.linkedBrowser.currentURI.spec === url;
        if (!hasStopped || !isOurs) return;
        gBrowser.removeTabsProgressListener(listener);
        resolve();
      },
    };
    gBrowser.addTabsProgressListener(listener);
  });
}

export function backgroundState(extensionId: string): string {
  return WebExtensionPolicy.getByID(extensionId).extension.backgroundState;
}

/** @returns whether there were any */
export function closeTabsAt(url: string): boolean {
  const found = gBrowser.tabs.filter(({ linkedBrowser }) => linkedBrowser.currentURI.spec === url);
  for (const tab of found) gBrowser.removeTab(tab);
  return found.length > 0;
}

/** What Firefox itself says of the extension and its tabs, for the message of a failure. */
export function overview(extensionId: string): string {
  const { backgroundState: state } = WebExtensionPolicy.getByID(extensionId).extension;
  const tabs = gBrowser.tabs.map(({ linkedBrowser }) => linkedBrowser.currentURI.spec);
  return `the background is ${state}, the tabs are ${tabs.join(', ')}`;
}

/** @returns what it is just afterwards: a message on its way may have it running anew in no time. */
export async function terminateBackground(extensionId: string): Promise<string> {
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  await extension.terminateBackground({ disableResetIdleForTest: true });
  return extension.backgroundState;
}

interface Addon {
  type: string;
  temporarilyInstalled: boolean;
  uninstall(): Promise<void>;
}

interface AddonModule {
  AddonManager: {
    installTemporaryAddon(file: unknown): Promise<unknown>;
    getAddonsByTypes(types: string[]): Promise<Addon[]>;
  };
  AddonManagerPrivate: {
    getUpgradeListener(
      id: string,
    ): ((upgrade: { version: string; install(): unknown }) => void) | undefined;
  };
}

interface Upgrade {
  id: string;
  version: string;
  /** Where it lies. */
  folder: string;
}

/** As Firefox does when it has downloaded one: who listens says when it is to be put in. */
export function offerUpgrade({ id, version, folder }: Upgrade): void {
  const { AddonManager, AddonManagerPrivate } = ChromeUtils.importESModule(
    'resource://gre/modules/AddonManager.sys.mjs',
  );
  const listener = AddonManagerPrivate.getUpgradeListener(id);
  if (!listener) throw new Error('Nobody listens for a newer version');
  const install = () => {
    const file = Components.classes['@mozilla.org/file/local;1'].createInstance(Ci['nsIFile']);
    file.initWithPath(folder);
    return AddonManager.installTemporaryAddon(file);
  };
  listener({ version, install });
}

/** The address of this extension's pages, from its installation on. */
export function nameOrigin(extensionId: string, uuid: string): void {
  const name = 'extensions.webextensions.uuids';
  const uuids = JSON.parse(Services.prefs.getStringPref(name, '{}')) as Record<string, string>;
  Services.prefs.setStringPref(name, JSON.stringify({ ...uuids, [extensionId]: uuid }));
}

/** Whatever was put in by a driver. Firefox removes what it stored as well. */
export async function uninstallAll(): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule(
    'resource://gre/modules/AddonManager.sys.mjs',
  );
  const all = await AddonManager.getAddonsByTypes(['extension']);
  const ours = all.filter(({ temporarilyInstalled }) => temporarilyInstalled);
  await Promise.all(ours.map((addon) => addon.uninstall()));
}

/** Headless Firefox has no notification service and closes each notification at once. */
export function showAlertsNowhere(): void {
  const alerts = new Map<string, { alert: Alert; observer: AlertObserver | null }>();
  const service = {
    QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
    showAlert(alert: Alert, observer: AlertObserver | null) {
      alerts.set(alert.name, { alert, observer });
      observer?.observe(null, 'alertshow', alert.cookie);
    },
    closeAlert(name: string) {
      const shown = alerts.get(name);
      alerts.delete(name);
      shown?.observer?.observe(null, 'alertfinished', shown.alert.cookie);
    },
    teardown() {},
    pbmTeardown() {},
    getHistory: () => [],
  };
  Object.assign(globalThis, { companionAlerts: alerts });
  Components.manager
    .QueryInterface(Ci['nsIComponentRegistrar'])
    .registerFactory(
      Services.uuid.generateUUID(),
      'Alerts that only tests see',
      '@mozilla.org/alerts-service;1',
      {
        QueryInterface: ChromeUtils.generateQI(['nsIFactory']),
        createInstance: (iid: unknown) => service.QueryInterface(iid),
      },
    );
}

export function clickAlert(name: string): void {
  const { companionAlerts } = globalThis as unknown as {
    companionAlerts: ReadonlyMap<string, { alert: Alert; observer: AlertObserver | null }>;
  };
  const shown = companionAlerts.get(name);
  if (!shown) throw new Error(`No notification ${name} shows`);
  shown.observer?.observe(null, 'alertclickcallback', shown.alert.cookie);
}

/** What tests have changed of the browser itself. */
export function forgetEverything(): void {
  const { companionAlerts } = globalThis as unknown as { companionAlerts: Map<string, unknown> };
  companionAlerts.clear();
  Services.prefs.clearUserPref('layout.css.prefers-color-scheme.content-override');
  Services.prefs.clearUserPref('ui.prefersReducedMotion');
  Services.cookies.removeAll();
}

/** 0 is dark, 1 is light; motion: 1 is reduced. */
export function setMedia(colorScheme: number, reducedMotion: number): void {
  Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', colorScheme);
  Services.prefs.setIntPref('ui.prefersReducedMotion', reducedMotion);
}
