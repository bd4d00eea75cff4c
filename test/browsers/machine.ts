import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/** What finding a browser needs to know of the machine it is on. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  home: string;
  exists(path: string): boolean;
  /** The names in a folder; none when there is no such folder. */
  list(folder: string): string[];
}

export function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    exists: existsSync,
    list: (folder) => (existsSync(folder) ? readdirSync(folder) : []),
  };
}

/** The path rules of the machine in question, which in a test is not the one that runs it. */
export function pathRules({ platform }: Machine): typeof posix {
  return platform === 'win32' ? win32 : posix;
}
