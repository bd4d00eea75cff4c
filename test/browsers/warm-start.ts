import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Workers of the test runner know of it by their environment. */
const VARIABLE = 'COMPANION_FIREFOX_START';

/** Compiled scripts, and what they were compiled for: without this Firefox takes them for old. */
const START = ['startupCache', 'compatibility.ini'];

/** New profiles of Firefox begin with what is compiled in this one, whose Firefox has ended. */
export function keepStart(profile: string): void {
  process.env[VARIABLE] = profile;
}

/** A profile of its own, to be removed afterwards; `undefined` where nothing was kept. */
export async function warmProfile(): Promise<string | undefined> {
  const from = process.env[VARIABLE];
  if (!from) return undefined;
  const profile = await mkdtemp(join(tmpdir(), 'companion-profile-'));
  for (const name of START) {
    await cp(join(from, name), join(profile, name), { recursive: true });
  }
  return profile;
}
