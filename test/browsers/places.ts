import type { BrowserName } from './companion';
import { pathRules, type Machine } from './machine';

/** A snap may not read outside its own folders, so those come last. */
const LINUX: Record<BrowserName, { programs: string[]; files: string[] }> = {
  chromium: {
    programs: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'microsoft-edge-stable',
      'microsoft-edge',
      'brave-browser-stable',
      'brave-browser',
      'brave',
    ],
    files: [
      '/opt/google/chrome/chrome',
      '/opt/microsoft/msedge/msedge',
      '/opt/brave.com/brave/brave',
      '/snap/bin/chromium',
    ],
  },
  firefox: {
    programs: ['firefox-esr', 'firefox'],
    files: ['/usr/lib/firefox-esr/firefox-esr', '/usr/lib/firefox/firefox', '/opt/firefox/firefox'],
  },
};

const LINUX_FOLDERS = ['/usr/bin', '/usr/local/bin'];

const MAC: Record<BrowserName, string[]> = {
  chromium: ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'],
  firefox: ['Firefox', 'Firefox Developer Edition', 'Firefox Nightly'],
};

const WINDOWS: Record<BrowserName, string[][]> = {
  chromium: [
    ['Chromium', 'Application', 'chrome.exe'],
    ['Google', 'Chrome', 'Application', 'chrome.exe'],
    ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
    ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
  ],
  firefox: [
    ['Mozilla Firefox', 'firefox.exe'],
    ['Firefox Developer Edition', 'firefox.exe'],
    ['Firefox Nightly', 'firefox.exe'],
  ],
};

const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/** Where installers put browsers, the most suitable first. */
export function installedCandidates(name: BrowserName, machine: Machine): string[] {
  if (machine.platform === 'darwin') return onMac(name, machine);
  if (machine.platform === 'win32') return onWindows(name, machine);
  return onLinux(name, machine);
}

function onLinux(name: BrowserName, { env }: Machine): string[] {
  const { programs, files } = LINUX[name];
  const searched = (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  const folders = [...new Set([...searched, ...LINUX_FOLDERS])].filter(
    (folder) => folder !== '/snap/bin',
  );
  const found = programs.flatMap((program) => folders.map((folder) => `${folder}/${program}`));
  return [...found, ...files];
}

function onMac(name: BrowserName, { home }: Machine): string[] {
  return MAC[name].flatMap((app) =>
    ['/Applications', `${home}/Applications`].map(
      (folder) => `${folder}/${app}.app/Contents/MacOS/${macProgram(app)}`,
    ),
  );
}

function macProgram(app: string): string {
  return app.startsWith('Firefox') ? 'firefox' : app;
}

function onWindows(name: BrowserName, machine: Machine): string[] {
  const { join } = pathRules(machine);
  const roots = WINDOWS_ROOTS.map((variable) => machine.env[variable]).filter((root) => !!root);
  return WINDOWS[name].flatMap((parts) => roots.map((root) => join(root as string, ...parts)));
}
