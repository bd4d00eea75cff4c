import { resolve } from 'node:path';

import { defineConfig } from 'wxt';

import { settleZip } from './build/settle-zip';
import { fewEntities } from './build/few-entities';

/**
 * `localhost` stands for both loopback families, so a Beeper that listens on IPv6 only is reached
 * too; CSP has no spelling for `[::1]`. Match patterns take no port: these cover every one.
 */
const BEEPER_HOSTS = ['http://localhost/*', 'http://127.0.0.1/*'];

/** For the live socket: the browser lets its handshake carry the token only if these are named. */
const BEEPER_SOCKETS = ['ws://localhost/*', 'ws://127.0.0.1/*'];

/**
 * Written out in full because Firefox's default upgrades http to https, which would cut the
 * companion off from Beeper. Everything not named here is refused, remote hosts first of all.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  // https: for a Beeper elsewhere. Which one is only known at run time, and CSP cannot be told.
  'connect-src http://localhost:* http://127.0.0.1:* ws://localhost:* ws://127.0.0.1:* https: wss:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A Beeper elsewhere, over https; asked for by name when a person enters its address. */
const ELSEWHERE = ['https://*/*'];

/**
 * Its live socket; Chromium could not be asked for it together with the address
 * (lib/browser/permissions.ts).
 */
const SOCKETS_ELSEWHERE = ['wss://*/*'];

/** The popup's own page (lib/browser/pages.ts): beside a web page it is the same, only taller. */
const PANEL = 'popup.html?place=panel';

/** Alt+Shift with a letter that no browser uses by itself on Windows, Linux, macOS or ChromeOS. */
const COMMANDS = {
  _execute_action: { suggested_key: { default: 'Alt+Shift+U' } },
  'archive-newest': {
    suggested_key: { default: 'Alt+Shift+E' },
    description: '__MSG_command_archive__',
  },
  pause: { suggested_key: { default: 'Alt+Shift+Q' }, description: '__MSG_command_pause__' },
};

const NATIVE_BROWSER = { 'wxt/browser': resolve('lib/browser/native-browser.ts') };
const WITHOUT_PREACT = { 'preact/jsx-runtime': resolve('components/popup/prerender/plain-jsx.ts') };

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  manifest: ({ browser, command }) => ({
    name: '__MSG_extension_name__',
    short_name: '__MSG_extension_short_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: [
      'storage',
      'alarms',
      'notifications',
      'declarativeNetRequestWithHostAccess',
      // Firefox knows no such documents and needs none (lib/browser/offscreen.ts), and does not let
      // menus be asked for later (lib/browser/menus/access.ts).
      ...(browser === 'firefox' ? ['contextMenus'] : ['offscreen', 'sidePanel']),
    ],
    optional_permissions: [...(browser === 'firefox' ? [] : ['contextMenus']), 'activeTab'],
    host_permissions: [...BEEPER_HOSTS, ...BEEPER_SOCKETS],
    optional_host_permissions: [...ELSEWHERE, ...(browser === 'firefox' ? SOCKETS_ELSEWHERE : [])],
    // A private window sees nothing of Beeper, and Beeper nothing of it.
    incognito: 'not_allowed',
    icons: iconSet('icon'),
    omnibox: { keyword: 'bp' },
    commands: COMMANDS,
    action: {
      default_title: '__MSG_tooltip_not_connected__',
      default_icon: iconSet('icon', [16, 24, 32]),
    },
    ...(command === 'build' && {
      content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    }),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'companion-for-beeper@companion-for-beeper.invalid',
              // The first in which every Firefox knows `data_collection_permissions` (Mozilla's linter).
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
          sidebar_action: {
            default_panel: PANEL,
            default_title: '__MSG_extension_name__',
            default_icon: iconSet('icon', [16, 24, 32]),
            open_at_install: false,
          },
        }
      : { minimum_chrome_version: '120', side_panel: { default_path: PANEL } }),
  }),
  zip: {
    excludeSources: ['test/**', 'docs/images/**'],
  },
  hooks: {
    'zip:extension:done': (_wxt, path) => settleZip(path),
    'zip:sources:done': (_wxt, path) => settleZip(path),
    // The pages use only what has answered with promises in both browsers since Chromium 99. They
    // do without the polyfill's 3 KB, which the popup would read before its first frame. The worker
    // draws that frame, with the popup's own components and without Preact.
    'vite:build:extendConfig': (entrypoints, config) => {
      const isWorker = entrypoints.some(({ type }) => type === 'background');
      const alias = isWorker ? WITHOUT_PREACT : NATIVE_BROWSER;
      config.resolve = { ...config.resolve, alias: { ...config.resolve?.alias, ...alias } };
    },
  },
  vite: () => ({
    plugins: [fewEntities()],
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    build: { target: 'es2022', modulePreload: false },
  }),
});

function iconSet(name: string, sizes = [16, 24, 32, 48, 96, 128]): Record<string, string> {
  return Object.fromEntries(sizes.map((size) => [size, `icon/${name}-${size}.png`]));
}
