import { describe, expect, it } from 'vitest';

import type { ErrorCode } from '@/lib/base/errors';
import { MINUTE } from '@/lib/base/time';
import type { ChatRecord } from '../../../beeper/world/records';
import type { Desk } from '../../../helpers/desk';
import {
  addBystanders,
  BROKEN,
  ELSEWHERE,
  ENDLESS,
  expectAllWell,
  expectSurface,
  FAILING,
  NOBODY,
  type Outcomes,
  outcomes,
  PAUSE,
  recover,
  type Trouble,
  UNREADABLE,
  USELESS,
  watchMatrix,
} from '../../../helpers/fault-matrix';
import * as acts from '../../../helpers/fault-matrix-acts';
import { type Mishap, MISHAPS, openWiredDesk } from '../../../helpers/fault-matrix-wire';

/**
 * `believed`: it passes for done until Beeper shows that it is not. `here`: a reminder that Beeper
 * does not take, and that rings in this browser alone.
 */
type EntryOutcome = `queued: ${ErrorCode}` | `failed: ${ErrorCode}` | 'here' | 'believed' | 'done';

/** What has hope waits. */
const WAITING = {
  'queued: notRunning': NOBODY,
  'queued: notResponding': [...ENDLESS, '408'],
  'queued: notBeeper': ELSEWHERE,
  'queued: notSignedIn': ['signed-out'],
  'queued: rateLimited': PAUSE,
  'queued: serverTrouble': [...FAILING, '409'],
} as const;

/** A success is a success, whatever comes with it, as long as it is not somebody else's. */
const BELIEVED = [...USELESS, 'empty-body'] as const;

/** What will never change is given up. */
const FATES = outcomes<EntryOutcome>({
  ...WAITING,
  'queued: badAnswer': [...BROKEN, ...UNREADABLE],
  'failed: refused': ['400', '403', '413', '422'],
  'failed: readOnly': ['401'],
  'failed: chatGone': ['404'],
  'failed: tooOld': ['405', '501'],
  believed: BELIEVED,
  done: ['slow'],
});

const REMINDED = outcomes<EntryOutcome>({
  ...WAITING,
  'queued: badAnswer': [...BROKEN, ...UNREADABLE],
  here: ['400', '401', '403', '404', '405', '413', '422', '501'],
  believed: BELIEVED,
  done: ['slow'],
});

/** No reminder to clear is a cleared reminder. */
const CLEARED = outcomes<EntryOutcome>({
  ...WAITING,
  'queued: badAnswer': [...BROKEN, ...UNREADABLE],
  'failed: refused': ['400', '403', '413', '422'],
  'failed: readOnly': ['401'],
  'failed: tooOld': ['405', '501'],
  believed: [...BELIEVED, '404'],
  done: ['slow'],
});

/** Nothing is sent while it may have arrived already. */
const LOOKED = outcomes<EntryOutcome>({
  ...WAITING,
  'queued: badAnswer': [...BROKEN, ...UNREADABLE, ...USELESS, 'empty-body'],
  'failed: refused': ['400', '403', '413', '422'],
  'failed: readOnly': ['401'],
  'failed: chatGone': ['404'],
  'failed: tooOld': ['405', '501'],
  done: ['slow'],
});

const UNCLEAR = [
  ...NOBODY,
  ...ENDLESS,
  ...ELSEWHERE,
  ...PAUSE,
  ...FAILING,
  ...BROKEN,
  ...UNREADABLE,
  '400',
  '401',
  '403',
  '404',
  '405',
  '408',
  '409',
  '413',
  '422',
  '501',
  'signed-out',
  'empty-body',
  'json-null',
  'json-string',
  'json-number',
  'json-foreign',
] as const;

const REFUSED = outcomes<EntryOutcome>({
  'queued: tokenRejected': UNCLEAR,
  'failed: readOnly': ['json-array', 'slow'],
});

/** A write alone tells little of Beeper. */
const TROUBLES = outcomes<Trouble>({
  notRunning: NOBODY,
  notBeeper: ELSEWHERE,
  notSignedIn: ['signed-out'],
  none: [
    ...ENDLESS,
    ...PAUSE,
    ...FAILING,
    ...BROKEN,
    ...UNREADABLE,
    ...USELESS,
    '400',
    '401',
    '403',
    '404',
    '405',
    '408',
    '409',
    '413',
    '422',
    '501',
    'empty-body',
    'slow',
  ],
});

const REFUSED_TROUBLES = outcomes<Trouble>({
  tokenRejected: UNCLEAR,
  none: ['json-array', 'slow'],
});

type Row = readonly [acts.Act, Outcomes<EntryOutcome>, Outcomes<Trouble>];

const WRITES: readonly Row[] = [
  [acts.ARCHIVE, FATES, TROUBLES],
  [acts.UNARCHIVE, FATES, TROUBLES],
  [acts.MARK_READ, FATES, TROUBLES],
  [acts.MARK_UNREAD, FATES, TROUBLES],
  [acts.MUTE, FATES, TROUBLES],
  [acts.UNMUTE, FATES, TROUBLES],
  [acts.REMIND, REMINDED, TROUBLES],
  [acts.CLEAR_REMINDER, CLEARED, TROUBLES],
];

const LOOKS: readonly Row[] = [
  [acts.LOOK_FIRST, LOOKED, TROUBLES],
  [acts.REFUSED_WRITE, REFUSED, REFUSED_TROUBLES],
];

/** After these nobody knows whether it has arrived; or it is believed to have, and has. */
const LOST = [
  ...ENDLESS,
  ...FAILING,
  ...BROKEN,
  ...UNREADABLE,
  ...USELESS,
  '408',
  'reset-before-headers',
  'empty-body',
] as const;

const named = ([act, fates, troubles]: Row) => ({ act, fates, troubles, name: act.name });
const matrix = watchMatrix(
  'acts',
  `${WRITES.length + LOOKS.length} calls, and ${LOST.length} lost answers x ${WRITES.length} writes`,
);

describe.each([...WRITES, ...LOOKS].map(named))('$name', ({ act, fates, troubles }) => {
  it.each(MISHAPS)('met by %s', async (mishap) => {
    const outcome = fates.get(mishap);
    const expected = { mishap, outcome, trouble: troubles.get(mishap) };
    const { changes, chat, desk } = await play(act, expected);
    const isSent = outcome === 'done' || isWaiting(outcome);
    expect(act.isDone(chat)).toBe(isSent);
    expect(changes()).toBe(isSent ? 1 : 0);
    expect(await acts.outcomeOf(desk, chat)).toBe(isWaiting(outcome) ? 'done' : seen(outcome));
    matrix.ran();
  });
});

describe.each(WRITES.map(named))('$name', ({ act, fates, troubles }) => {
  it.each(LOST)('done, its answer met by %s', async (mishap) => {
    const expected = { mishap, outcome: fates.get(mishap), trouble: troubles.get(mishap) };
    const { changes, chat, desk } = await play(act, expected, true);
    expect(act.isDone(chat)).toBe(true);
    expect(changes()).toBe(1);
    expect(await acts.outcomeOf(desk, chat)).toBe('done');
    matrix.ran();
  });
});

function isWaiting(outcome: EntryOutcome | undefined): boolean {
  return outcome?.startsWith('queued') ?? false;
}

function seen(outcome: EntryOutcome | undefined): EntryOutcome | undefined {
  return outcome === 'believed' ? 'done' : outcome;
}

interface Expected {
  mishap: Mishap;
  outcome: EntryOutcome | undefined;
  trouble: Trouble | undefined;
}

interface Played {
  desk: Desk;
  chat: ChatRecord;
  changes(): number;
}

/** The act fails, is shown as it should be, and time passes until all is well again. */
async function play(
  { intent, hits, moves, go, chat: before }: acts.Act,
  { mishap, outcome, trouble }: Expected,
  isApplied = false,
): Promise<Played> {
  const { desk, wire } = await openWiredDesk({ chats: 0 });
  desk.beeper.addChat({ title: 'Busy', unreadCount: 5 });
  const chat = desk.beeper.addChat({ title: 'Ada', ...before });
  const bystanders = await addBystanders(desk);
  const changes = acts.countChanges(desk, chat);
  const number = Number(await desk.badge());
  await wire.breakAt(hits, mishap, isApplied);
  await (go ? go(desk, chat) : desk.act(chat.id, intent, acts.ACT));
  expect(wire.harmed).toBeGreaterThan(0);
  expect(await acts.outcomeOf(desk, chat)).toBe(seen(outcome));
  const shown = outcome?.startsWith('failed') ? number : number + moves;
  await expectSurface(desk, trouble, [String(shown)]);

  desk.beeper.receive(bystanders.refused.id, { text: 'Hello?' });
  desk.clock.advance(MINUTE);
  await desk.poll();
  await recover(desk, wire);
  await expectAllWell(desk, bystanders);
  expect(await acts.shownAs(desk, chat)).toStrictEqual(acts.heldAs(chat));
  return { desk, chat, changes };
}
