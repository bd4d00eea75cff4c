import { expect } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { MINUTE } from '@/lib/base/time';
import type { Beeper } from '../beeper/server';
import { openBeeper } from '../beeper/support';
import { decideAt } from './consent';
import type { Desk, DeskOptions } from './desk';
import {
  ask,
  asking,
  type Call,
  expectSurface,
  isGlimpse,
  recover,
  type Trouble,
  truth,
} from './fault-matrix';
import { openWiredDesk, type Wire } from './fault-matrix-wire';

export interface Click extends Call {
  /** Leads to the call, and says how it ended for the person. */
  go(desk: Desk): Promise<Trouble>;
  /** The Beeper it is about. */
  options?: DeskOptions;
}

const isInfo = asking('GET', /^\/v1\/info$/);

export function connect(desk: Desk, { url, token }: Beeper = desk.beeper): Promise<Trouble> {
  return ask(desk, 'connect', { baseUrl: url, token });
}

export const WHO: Click = {
  name: 'connecting, who it is',
  hits: isGlimpse,
  go: connect,
};

export const INFO: Click = {
  name: 'connecting, the info',
  hits: (asked) => isInfo(asked) && !isGlimpse(asked),
  go: connect,
};

export const ACCOUNTS: Click = {
  name: 'connecting, the accounts',
  hits: asking('GET', /^\/v1\/accounts$/),
  go: connect,
};

/** Asked where there are no accounts. */
export const SETUP: Click = {
  name: 'connecting, how far Beeper is',
  hits: asking('GET', /^\/v1\/app\/setup$/),
  go: connect,
  options: { switches: { setup: 'initializing' } },
};

export const ALL: Click = { name: 'connecting, all of it', hits: () => true, go: connect };

export const SCOPES: Click = {
  name: 'connecting, what the token may do',
  hits: asking('POST', /^\/oauth\/introspect$/),
  go: connect,
};

/** The person clicks "Connect with Beeper", and allows it in the tab that opens. */
export async function signIn(desk: Desk): Promise<Trouble> {
  const begun = await ask(desk, 'signIn', { baseUrl: desk.beeper.url });
  return begun === 'none' ? finish(desk, await allow()) : begun;
}

function finish(desk: Desk, address: string): Promise<Trouble> {
  return ask(desk, 'finishSignIn', { address });
}

/** @returns where Beeper sends the tab */
async function allow(): Promise<string> {
  const [tab] = (await fakeBrowser.tabs.query({})).slice(-1);
  return decideAt(tab?.url ?? '');
}

export const REGISTER: Click = {
  name: 'signing in, being registered',
  hits: asking('POST', /^\/oauth\/register$/),
  go: signIn,
};

export const TOKEN: Click = {
  name: 'signing in, the token',
  hits: asking('POST', /^\/oauth\/token$/),
  go: signIn,
};

export const SIGNED_IN: Click = {
  name: 'signing in, the accounts',
  hits: asking('GET', /^\/v1\/accounts$/),
  go: signIn,
};

/** Nothing of a sign-in that failed is left, neither here nor in the tabs. */
export async function expectNoSignIn(): Promise<void> {
  const { signIn: here } = await fakeBrowser.storage.local.get('signIn');
  expect(JSON.stringify(here ?? null)).not.toContain('redirectUri');
  const tabs = await fakeBrowser.tabs.query({});
  expect(tabs.filter(({ url }) => url?.includes('/oauth/'))).toStrictEqual([]);
}

/** Another Beeper, which the wire leads to from now on. */
export async function openAnother(wire: Wire): Promise<Beeper> {
  const other = await openBeeper({ chats: 2, seed: 1 });
  wire.beeper = other;
  return other;
}

/** A desk that does not know its Beeper yet. */
export async function openStranger({ options }: Pick<Click, 'options'> = {}) {
  const opened = await openWiredDesk({ chats: 2, isConnected: false, ...options });
  opened.desk.beeper.addChat({ unreadCount: 5 });
  return opened;
}

/** Time passes, first with the fault and then without it, and nobody clicks. */
export async function expectConnectedInTime(desk: Desk, wire: Wire): Promise<void> {
  desk.clock.advance(MINUTE);
  await desk.poll();
  const { beeper } = desk;
  beeper.switches.setup = 'untold';
  await recover(desk, wire);
  await expectSurface(desk, 'none', [truth(desk)]);
  expect([...(await desk.chats()).keys()].toSorted()).toStrictEqual(
    [...beeper.chats.keys()].toSorted(),
  );
  const accountCount = beeper.world.accounts.filter(({ isListed }) => isListed).length;
  expect(await desk.status()).toMatchObject({ isConnected: true, accountCount });
}
