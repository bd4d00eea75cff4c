import { describe, expect, it } from 'vitest';

import { candidates, findBrowser, howToGet, requireBrowser } from './find';
import type { Machine } from './machine';

const EDGE = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';

describe('on Linux', () => {
  it('prefers Chromium to Chrome, Chrome to Edge and Edge to Brave', () => {
    const all = candidates('chromium', machine());
    const order = ['chromium', 'google-chrome', 'microsoft-edge', 'brave-browser'].map((program) =>
      all.indexOf(`/usr/bin/${program}`),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('looks into each absolute folder of PATH once', () => {
    const all = candidates('firefox', machine({ env: { PATH: '/home/me/bin:/usr/bin::.' } }));
    expect(all.slice(0, 3)).toEqual([
      '/home/me/bin/firefox-esr',
      '/usr/bin/firefox-esr',
      '/usr/local/bin/firefox-esr',
    ]);
    expect(all).toHaveLength(new Set(all).size);
  });

  it('takes the first that exists', () => {
    const files = ['/opt/google/chrome/chrome', '/usr/bin/microsoft-edge'];
    expect(findBrowser('chromium', machine({ files }))).toBe('/usr/bin/microsoft-edge');
  });

  it('finds nothing on a bare machine', () => {
    expect(findBrowser('chromium', machine())).toBeUndefined();
    expect(findBrowser('firefox', machine())).toBeUndefined();
  });
});

describe('on macOS', () => {
  it('looks into both Applications folders', () => {
    const all = candidates('firefox', machine({ platform: 'darwin', home: '/Users/me' }));
    expect(all.slice(0, 2)).toEqual([
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      '/Users/me/Applications/Firefox.app/Contents/MacOS/firefox',
    ]);
  });
});

describe('on Windows', () => {
  const env = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };

  it('looks into every folder for programs', () => {
    const windows = machine({ platform: 'win32', env, files: [EDGE] });
    expect(findBrowser('chromium', windows)).toBe(EDGE);
  });

  it('offers no path from a folder that is not set', () => {
    const all = candidates('chromium', machine({ platform: 'win32', env }));
    expect(all.filter((path) => !path.startsWith('C:\\'))).toEqual([]);
  });
});

describe('a browser named in the environment', () => {
  it.each([
    ['chromium', 'CHROMIUM_PATH'],
    ['chromium', 'PUPPETEER_EXECUTABLE_PATH'],
    ['chromium', 'CHROME_PATH'],
    ['firefox', 'FIREFOX_PATH'],
  ] as const)('wins for %s through %s', (name, variable) => {
    const files = ['/mine', '/usr/bin/chromium', '/usr/bin/firefox-esr'];
    expect(findBrowser(name, machine({ env: { [variable]: '/mine' }, files }))).toBe('/mine');
  });

  it('is an error when it does not exist', () => {
    const files = ['/usr/bin/chromium'];
    const env = { CHROMIUM_PATH: '/gone' };
    expect(() => findBrowser('chromium', machine({ env, files }))).toThrow(
      'CHROMIUM_PATH is set to /gone, where nothing is.',
    );
  });
});

describe('downloads', () => {
  const cache = '/home/me/.cache/ms-playwright';
  const folders = {
    [cache]: ['chromium-999', 'chromium-1200', 'chromium_headless_shell-1300', 'firefox-1400'],
    [`${cache}/chromium-999`]: ['INSTALLATION_COMPLETE', 'chrome-linux'],
    [`${cache}/chromium-1200`]: ['chrome-linux64'],
    '/home/me/.cache/puppeteer/firefox': ['stable_150.0'],
    '/home/me/.cache/puppeteer/firefox/stable_150.0': ['firefox'],
  };

  it('come newest first and after what is installed', () => {
    const newer = `${cache}/chromium-1200/chrome-linux64/chrome`;
    const files = [`${cache}/chromium-999/chrome-linux/chrome`, newer];
    expect(findBrowser('chromium', machine({ folders, files }))).toBe(newer);
    const withSystem = machine({ folders, files: [...files, '/usr/bin/brave-browser'] });
    expect(findBrowser('chromium', withSystem)).toBe('/usr/bin/brave-browser');
  });

  it("leave out Playwright's Firefox, which loads no extensions", () => {
    const all = candidates('firefox', machine({ folders }));
    expect(all.filter((path) => path.includes('playwright'))).toEqual([]);
    expect(all).toContain('/home/me/.cache/puppeteer/firefox/stable_150.0/firefox/firefox');
  });
});

describe('a missing browser', () => {
  it.each(['linux', 'darwin', 'win32'] as const)('is explained in one line on %s', (platform) => {
    const advice = howToGet('firefox', machine({ platform }));
    expect(advice).toMatch(/^No Firefox found: run ".+", or set FIREFOX_PATH to its program\.$/);
  });

  it('is an error where one is required', () => {
    expect(() => requireBrowser('chromium', machine())).toThrow('apt-get install chromium');
  });
});

interface Described {
  platform?: NodeJS.Platform;
  env?: Record<string, string>;
  home?: string;
  files?: string[];
  folders?: Record<string, string[]>;
}

function machine({
  platform = 'linux',
  env = {},
  home = '/home/me',
  files = [],
  folders = {},
}: Described = {}): Machine {
  return {
    platform,
    env,
    home,
    exists: (path) => files.includes(path),
    list: (folder) => folders[folder] ?? [],
  };
}
