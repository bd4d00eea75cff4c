import { describe, expect, it } from 'vitest';

import type { Beeper } from '../../../beeper/server';
import type { Desk } from '../../../helpers/desk';
import {
  addBystanders,
  ask,
  BROKEN,
  ELSEWHERE,
  ENDLESS,
  expectAllWell,
  expectSurface,
  FAILING,
  NOBODY,
  outcomes,
  PAUSE,
  recover,
  REFUSALS,
  STATUSES,
  truth,
  type Trouble,
  UNREADABLE,
  USELESS,
  watchMatrix,
} from '../../../helpers/fault-matrix';
import * as connecting from '../../../helpers/fault-matrix-connect';
import { type Mishap, MISHAPS, NOWHERE, openWiredDesk } from '../../../helpers/fault-matrix-wire';

/** Whatever it says, it is Beeper who says it. */
const WHO = outcomes<Trouble>({
  notRunning: NOBODY,
  notResponding: ENDLESS,
  notBeeper: ELSEWHERE,
  badAnswer: BROKEN,
  none: [...STATUSES, ...UNREADABLE, ...USELESS, 'empty-body', 'slow'],
});

/** Whatever is wrong, the accounts will tell; and they do where nobody is there any more. */
const INFO = outcomes<Trouble>({
  notRunning: ['down'],
  none: MISHAPS.filter((mishap) => mishap !== 'down'),
});

/** There may be no accounts yet. */
const ACCOUNTS = outcomes<Trouble>({
  notRunning: NOBODY,
  notResponding: [...ENDLESS, '408'],
  notBeeper: ELSEWHERE,
  tokenRejected: ['401', '403'],
  notSignedIn: ['signed-out'],
  rateLimited: PAUSE,
  tooOld: ['404', '405', '501'],
  serverTrouble: [...FAILING, '400', '409', '413', '422'],
  badAnswer: [
    ...BROKEN,
    ...UNREADABLE,
    'json-null',
    'json-string',
    'json-number',
    'json-foreign',
    'empty-body',
  ],
  none: ['json-array', 'slow'],
});

const ALL = outcomes<Trouble>({
  notRunning: NOBODY,
  notResponding: [...ENDLESS, '408'],
  notBeeper: ELSEWHERE,
  tokenRejected: ['401', '403'],
  notSignedIn: ['signed-out'],
  rateLimited: PAUSE,
  tooOld: ['404', '405', '501'],
  serverTrouble: [...FAILING, '400', '409', '413', '422'],
  badAnswer: [
    ...BROKEN,
    ...UNREADABLE,
    'json-null',
    'json-string',
    'json-number',
    'json-foreign',
    'empty-body',
  ],
  none: ['json-array', 'slow'],
});

/** What passes for no accounts does not pass for no chats. */
const POLLED: ReadonlyMap<Mishap, Trouble> = new Map([['json-array', 'badAnswer']]);

/** Where Beeper does not tell, there may as well be no accounts for good. */
const SETUP = outcomes<Trouble>({
  syncing: ['slow'],
  none: MISHAPS.filter((mishap) => mishap !== 'slow'),
});

const GONE: ReadonlyMap<Mishap, Trouble> = new Map([['down', 'notRunning']]);

const NOTHING: ReadonlyMap<Mishap, Trouble> = new Map();

const CONNECTING = [
  { click: connecting.WHO, ends: WHO },
  { click: connecting.INFO, ends: INFO },
  { click: connecting.ACCOUNTS, ends: ACCOUNTS },
  { click: connecting.SETUP, ends: SETUP, polled: GONE },
  { click: connecting.ALL, ends: ALL, polled: POLLED },
  { click: connecting.SIGNED_IN, ends: ACCOUNTS },
].map((row) => ({ polled: NOTHING, ...row, name: row.click.name }));

const REGISTERED = outcomes<Trouble>({
  notRunning: NOBODY,
  notResponding: ENDLESS,
  notBeeper: ELSEWHERE,
  badAnswer: BROKEN,
  rateLimited: PAUSE,
  serverTrouble: [...FAILING, '408', '409'],
  signInMissing: ['404', '405', '501'],
  signInFailed: [
    ...UNREADABLE,
    ...USELESS,
    '400',
    '401',
    '403',
    '413',
    '422',
    'signed-out',
    'empty-body',
  ],
  none: ['slow'],
});

const PASSING: ReadonlySet<Mishap> = new Set(['408', '409']);
const FINAL_REFUSALS = REFUSALS.filter((mishap) => !PASSING.has(mishap));

const GRANTED = outcomes<Trouble>({
  notRunning: NOBODY,
  notResponding: ENDLESS,
  notBeeper: ELSEWHERE,
  badAnswer: BROKEN,
  rateLimited: PAUSE,
  serverTrouble: [...FAILING, '408', '409'],
  signInFailed: [...FINAL_REFUSALS, ...UNREADABLE, ...USELESS, 'empty-body'],
  none: ['slow'],
});

const SIGN_INS = [
  { click: connecting.REGISTER, ends: REGISTERED },
  { click: connecting.TOKEN, ends: GRANTED },
].map((row) => ({ ...row, name: row.click.name }));

/** What the token may do is not needed for the number. */
const SCOPES = outcomes<Trouble>({
  notRunning: NOBODY,
  notResponding: ENDLESS,
  notBeeper: ELSEWHERE,
  none: [...STATUSES, ...BROKEN, ...UNREADABLE, ...USELESS, 'empty-body', 'slow'],
});

const ACCESS = outcomes<'full' | 'unknown'>({
  full: [
    ...NOBODY,
    ...ENDLESS,
    ...ELSEWHERE,
    ...BROKEN,
    ...PAUSE,
    ...FAILING,
    ...USELESS.filter((mishap) => mishap !== 'json-foreign'),
    'html-200',
    'cut-json',
    '408',
    '409',
    'slow',
  ],
  unknown: [...FINAL_REFUSALS, 'json-foreign', 'wrong-type', 'empty-body'],
});

const CALLS = CONNECTING.length + SIGN_INS.length + 2;
const matrix = watchMatrix('connecting', `${CALLS} calls`);

describe.each(CONNECTING)('$name', ({ click, ends, polled }) => {
  it.each(MISHAPS)('met by %s', async (mishap) => {
    const { desk, wire } = await connecting.openStranger(click);
    await wire.breakAt(click.hits, mishap);
    const end = ends.get(mishap) ?? 'none';
    expect(await click.go(desk)).toBe(end);
    expect(wire.harmed).toBeGreaterThan(0);
    const trouble = end === 'none' ? (polled.get(mishap) ?? 'none') : end;
    await expectSurface(desk, trouble, ['', truth(desk)]);
    await connecting.expectConnectedInTime(desk, wire);
    matrix.ran();
  });
});

describe.each(SIGN_INS)('$name', ({ click, ends }) => {
  it.each(MISHAPS)('met by %s', async (mishap) => {
    const { desk, wire } = await connecting.openStranger();
    await wire.breakAt(click.hits, mishap);
    expect(await click.go(desk)).toBe(ends.get(mishap));
    expect(wire.harmed).toBeGreaterThan(0);
    await connecting.expectNoSignIn();
    await wire.mend();
    expect(await connecting.signIn(desk)).toBe('none');
    await connecting.expectConnectedInTime(desk, wire);
    matrix.ran();
  });
});

describe('connecting to another Beeper', () => {
  it.each(MISHAPS)('met by %s', async (mishap) => {
    const { desk, wire } = await openWiredDesk({ chats: 2 });
    const bystanders = await addBystanders(desk);
    const other = await connecting.openAnother(wire);
    await wire.breakAt(({ headers }) => headers.host === new URL(other.url).host, mishap);
    // One with no accounts has to have chats, or a list of none, before the first is given up.
    const end = POLLED.get(mishap) ?? ALL.get(mishap);
    expect(await connecting.connect(desk, other)).toBe(end);
    const isLeft = end === 'none';
    expect((await desk.status()).baseUrl).toBe(isLeft ? other.url : desk.beeper.url);
    if (!isLeft) await expectSurface(desk, 'none', [truth(desk)]);
    await recover(desk, wire);
    await (isLeft ? expectOnly(desk, other) : expectAllWell(desk, bystanders));
    matrix.ran();
  });

  it('that is nowhere leaves the first', async () => {
    const { desk, wire } = await openWiredDesk({ chats: 2 });
    const bystanders = await addBystanders(desk);
    const { token } = desk.beeper;
    expect(await ask(desk, 'connect', { baseUrl: NOWHERE, token })).toBe('notRunning');
    await recover(desk, wire);
    await expectAllWell(desk, bystanders);
  });
});

describe('connecting, what the token may do', () => {
  it.each(MISHAPS)('met by %s', async (mishap) => {
    const { desk, wire } = await connecting.openStranger();
    await wire.breakAt(connecting.SCOPES.hits, mishap);
    expect(await connecting.SCOPES.go(desk)).toBe('none');
    await expectSurface(desk, SCOPES.get(mishap), [truth(desk)]);
    await connecting.expectConnectedInTime(desk, wire);
    expect(await desk.status()).toMatchObject({ access: ACCESS.get(mishap) });
    matrix.ran();
  });
});

async function expectOnly(desk: Desk, other: Beeper): Promise<void> {
  await expectSurface(desk, 'none', [truth({ beeper: other })]);
  expect((await desk.chats()).size).toBe(other.chats.size);
}
