import { onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import type { ErrorCode } from '@/lib/base/errors';
import type { Fault } from '../beeper/faults/list';
import type { Switches } from '../beeper/switches';
import { openDesk } from './desk';
import { openImpostor } from './impostor';
import { Ports } from './ports';

const ADDRESS = 'http://localhost:23373';

/** A connected companion, and what a test can do to the way between it and Beeper. */
export async function openClinic(switches: Partial<Switches> = {}) {
  const ports = new Ports();
  const leave = { isGiven: true };
  const desk = await openDesk({
    isConnected: false,
    chats: 5,
    switches,
    // A browser that withholds an address fails just as a closed port does.
    fetch: (...request) =>
      leave.isGiven ? ports.fetch(...request) : Promise.reject(new TypeError('fetch failed')),
    isAllowed: () => Promise.resolve(leave.isGiven),
  });
  ports.open(23_373, desk.beeper.url);
  await desk.ask('connect', { baseUrl: ADDRESS, token: desk.beeper.token }).catch(() => undefined);
  return { desk, ports, leave };
}

export type Clinic = Awaited<ReturnType<typeof openClinic>>;

export interface Case {
  /** What is wrong for real. */
  cause: (clinic: Clinic) => Promise<unknown> | unknown;
  /** What puts it right; everything else heals by itself. */
  cure?: (clinic: Clinic) => Promise<unknown> | unknown;
  switches?: Partial<Switches>;
}

function faulty(fault: Fault): Case {
  return { cause: ({ desk }) => desk.beeper.fault(fault), cure: ({ desk }) => desk.beeper.heal() };
}

function connectAgain({ desk }: Clinic): Promise<void> {
  const token = desk.beeper.issueToken(['read', 'write']);
  return desk.ask('connect', { baseUrl: ADDRESS, token });
}

function notReady(setup: Switches['setup']): Case {
  return {
    switches: { setup },
    cause: () => undefined,
    cure: ({ desk }) => {
      desk.beeper.switches.setup = 'ready';
    },
  };
}

/** Nobody waits long in a test. */
function beImpatient(): void {
  const timeout = AbortSignal.timeout.bind(AbortSignal);
  const spy = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout(60));
  onTestFinished(() => spy.mockRestore());
}

/** Every trouble a connection can be in, by its real causes. */
export const CASES: [ErrorCode, string, Case][] = [
  ['notRunning', 'Beeper was closed', faulty('down')],
  [
    'apiOff',
    'Beeper was opened and its API is off',
    {
      cause: async ({ desk }) => {
        await desk.beeper.fault('down');
        await desk.poll();
        await desk.ask('openingBeeper', null);
      },
      cure: ({ desk }) => desk.beeper.heal(),
    },
  ],
  [
    'notResponding',
    'Beeper hangs',
    {
      cause: async ({ desk }) => {
        beImpatient();
        await desk.beeper.fault('hanging');
      },
      cure: async ({ desk }) => {
        vi.restoreAllMocks();
        await desk.beeper.heal();
      },
    },
  ],
  [
    'notBeeper',
    'another program took its port',
    {
      cause: async ({ desk, ports }) => {
        ports.close(23_373);
        await desk.poll();
        ports.open(23_373, (await openImpostor(200, '<p>Router</p>')).url);
      },
      cure: ({ desk, ports }) => ports.open(23_373, desk.beeper.url),
    },
  ],
  ['notBeeper', 'it sends elsewhere', faulty('redirect-302')],
  ['badAnswer', 'it answers nonsense', faulty('json-foreign')],
  [
    'notAllowed',
    'the browser took its leave back',
    {
      cause: ({ leave }) => {
        leave.isGiven = false;
      },
      cure: ({ leave }) => {
        leave.isGiven = true;
      },
    },
  ],
  [
    'tokenRejected',
    'the token was withdrawn',
    { cause: ({ desk }) => desk.beeper.revoke(desk.beeper.token), cure: connectAgain },
  ],
  [
    'tokenLost',
    'what was kept of it cannot be read',
    {
      cause: async ({ desk }) => {
        await fakeBrowser.storage.local.set({ connection: { iv: 'AAAA', sealed: 'AAAA' } });
        await desk.restart();
      },
      cure: connectAgain,
    },
  ],
  ['notSignedIn', 'nobody is signed in, and it says so', faulty('signed-out')],
  ['notSignedIn', 'nobody has signed in yet', notReady('needs-login')],
  ['notSignedIn', 'signing in is not finished', notReady('needs-verification')],
  ['syncing', 'it is starting', notReady('initializing')],
  ['syncing', 'it fetches its chats', notReady('needs-first-sync')],
  ['tooOld', 'it lacks what is asked for', faulty('404')],
  ['rateLimited', 'too much was asked', faulty('429')],
  ['serverTrouble', 'it has a trouble of its own', faulty('503')],
];
