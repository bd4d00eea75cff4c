import type { BrowserName } from './companion';
import { downloadedCandidates } from './downloads';
import { thisMachine, type Machine } from './machine';
import { installedCandidates } from './places';

const VARIABLES: Record<BrowserName, string[]> = {
  chromium: ['CHROMIUM_PATH', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'],
  firefox: ['FIREFOX_PATH'],
};

const ADVICE: Record<BrowserName, Record<'linux' | 'darwin' | 'win32', string>> = {
  chromium: {
    linux: 'sudo apt-get install chromium',
    darwin: 'brew install --cask google-chrome',
    win32: 'winget install Google.Chrome',
  },
  firefox: {
    linux: 'sudo apt-get install firefox-esr',
    darwin: 'brew install --cask firefox',
    win32: 'winget install Mozilla.Firefox',
  },
};

/** Every path worth a look, the most suitable first. */
export function candidates(name: BrowserName, machine: Machine): string[] {
  return [...installedCandidates(name, machine), ...downloadedCandidates(name, machine)];
}

export function findBrowser(name: BrowserName, machine = thisMachine()): string | undefined {
  return chosenByHand(name, machine) ?? candidates(name, machine).find(machine.exists);
}

export function requireBrowser(name: BrowserName, machine = thisMachine()): string {
  const path = findBrowser(name, machine);
  if (path === undefined) throw new Error(howToGet(name, machine));
  return path;
}

/** One line that says exactly what to do. */
export function howToGet(name: BrowserName, { platform }: Machine): string {
  const system = platform === 'darwin' || platform === 'win32' ? platform : 'linux';
  const shown = name === 'chromium' ? 'Chromium or Chrome' : 'Firefox';
  return `No ${shown} found: run "${ADVICE[name][system]}", or set ${VARIABLES[name][0]} to its program.`;
}

/** A variable that names nothing is an error: another browser would be a silent surprise. */
function chosenByHand(name: BrowserName, { env, exists }: Machine): string | undefined {
  const variable = VARIABLES[name].find((one) => env[one]);
  const path = variable && env[variable];
  if (!path) return undefined;
  if (!exists(path)) throw new Error(`${variable} is set to ${path}, where nothing is.`);
  return path;
}
