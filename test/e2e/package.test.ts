import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import english from '../../public/_locales/en/messages.json';
import { gzipped, ALARMS, popupScripts, zipSize } from '../helpers/package-size';

interface Command {
  suggested_key: { default: string };
  description: string;
}

const BUILDS = ['.output/chrome-mv3', '.output/firefox-mv3'];

/** Where each permission has its reason, and under which heading. */
const EXPLAINED = [
  ['README.md', '## Permissions'],
  ['docs/store/listing.md', '## Why each permission'],
] as const;

function sectionOf(file: string, heading: string): string {
  const [, after = ''] = readFileSync(file, 'utf8').split(`\n${heading}`);
  return after.split('\n## ')[0] ?? '';
}

/** The permissions named in the rows of a table, for one kind of browser. */
function explainedIn(section: string, isChrome: boolean): string[] {
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|')[1] ?? '')
    .filter((names) => !names.includes(isChrome ? 'Firefox only' : 'Chromium only'))
    .map((names) => (isChrome ? names.replace(/Firefox:.*/, '') : names))
    .flatMap((names) => [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

describe.each(BUILDS)('the package in %s', (folder) => {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

  test('asks for no more than it needs', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions).toEqual([
      'storage',
      'alarms',
      'notifications',
      'declarativeNetRequestWithHostAccess',
      ...(folder.includes('chrome') ? ['offscreen', 'sidePanel'] : ['contextMenus']),
    ]);
    expect(manifest.host_permissions).toEqual([
      'http://localhost/*',
      'http://127.0.0.1/*',
      'ws://localhost/*',
      'ws://127.0.0.1/*',
    ]);
    expect(manifest.optional_permissions).toEqual([
      ...(folder.includes('chrome') ? ['contextMenus'] : []),
      'activeTab',
    ]);
    expect(manifest.optional_host_permissions).toEqual([
      'https://*/*',
      ...(folder.includes('firefox') ? ['wss://*/*'] : []),
    ]);
    expect(manifest.incognito).toBe('not_allowed');
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
    expect(manifest.web_accessible_resources).toBeUndefined();
  });

  test('is beside a web page what it is as a popup, and nowhere before it is asked for', () => {
    const { side_panel: panel, sidebar_action: sidebar } = manifest;
    const page = folder.includes('chrome') ? panel.default_path : sidebar.default_panel;
    expect(page.split('?')[0]).toBe(manifest.action.default_popup);
    expect(sidebar?.open_at_install ?? false).toBe(false);
  });

  test('suggests no more keys than browsers take, and names each command', () => {
    const { _execute_action: open, ...named } = manifest.commands;
    const keys = [open, ...Object.values<Command>(named)].map(({ suggested_key: key }) => key);
    expect(keys.length).toBeLessThanOrEqual(4);
    expect(new Set(keys.map((key) => key.default)).size).toBe(keys.length);
    for (const { description } of Object.values<Command>(named)) {
      expect(english).toHaveProperty(/^__MSG_(.+)__$/.exec(description)?.[1] ?? '');
    }
    expect(manifest.omnibox).toEqual({ keyword: 'bp' });
  });

  test.each(EXPLAINED)('asks for exactly what %s explains', (file, heading) => {
    const asked = [
      ...manifest.permissions,
      ...manifest.optional_permissions,
      ...manifest.host_permissions,
      ...manifest.optional_host_permissions,
    ];
    const explained = explainedIn(sectionOf(file, heading), folder.includes('chrome'));
    expect(explained.toSorted()).toEqual(asked.toSorted());
  });

  test('lets its pages load nothing but themselves, and ask nobody but a Beeper', () => {
    const policy: string = manifest.content_security_policy.extension_pages;
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data: blob:",
      'connect-src http://localhost:* http://127.0.0.1:* ws://localhost:* ws://127.0.0.1:* https: wss:',
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  test('has no more for the popup to open with than expected', () => {
    const scripts = popupScripts(folder);
    expect(scripts.length).toBeGreaterThan(1);
    expect(gzipped(scripts)).toBeLessThan(ALARMS.popupScripts);
  });
});

test('the Chromium zip is no larger than expected', async () => {
  expect(await zipSize('.output/chrome-mv3')).toBeLessThan(ALARMS.zip);
});
