import { describe, expect, it } from 'vitest';

import { MINUTE } from '@/lib/base/time';
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
  truth,
  type Trouble,
  UNREADABLE,
  USELESS,
  watchMatrix,
} from '../../../helpers/fault-matrix';
import * as reads from '../../../helpers/fault-matrix-reads';
import { MISHAPS, openWiredDesk } from '../../../helpers/fault-matrix-wire';

/** Without these answers there is no number. */
const NUMBER = outcomes<Trouble>({
  notRunning: NOBODY,
  notResponding: [...ENDLESS, '408'],
  notBeeper: ELSEWHERE,
  tokenRejected: ['401', '403'],
  notSignedIn: ['signed-out'],
  rateLimited: PAUSE,
  tooOld: ['404', '405', '501'],
  serverTrouble: [...FAILING, '400', '409', '413', '422'],
  badAnswer: [...BROKEN, ...UNREADABLE, ...USELESS, 'empty-body'],
  none: ['slow'],
});

const HARMLESS = [
  ...FAILING,
  ...BROKEN,
  ...UNREADABLE,
  ...USELESS,
  '400',
  '404',
  '405',
  '409',
  '413',
  '422',
  '501',
  'empty-body',
  'slow',
] as const;

/** The number is right without these: only a Beeper that is lost is trouble. */
const ASIDE = outcomes<Trouble>({
  notRunning: NOBODY,
  notResponding: [...ENDLESS, '408'],
  notBeeper: ELSEWHERE,
  tokenRejected: ['401', '403'],
  notSignedIn: ['signed-out'],
  rateLimited: PAUSE,
  none: HARMLESS,
});

/** Nor is it trouble that a single chat may not be seen. */
const ONE_CHAT = outcomes<Trouble>({
  notRunning: NOBODY,
  notResponding: [...ENDLESS, '408'],
  notBeeper: ELSEWHERE,
  tokenRejected: ['401'],
  notSignedIn: ['signed-out'],
  rateLimited: PAUSE,
  none: [...HARMLESS, '403'],
});

/** Whatever is wrong, the accounts will tell; and they do where nobody is there any more. */
const INFO = outcomes<Trouble>({
  notRunning: ['down'],
  none: MISHAPS.filter((mishap) => mishap !== 'down'),
});

/** Whatever it says, it is Beeper who says it. */
const WHO = outcomes<Trouble>({
  notRunning: NOBODY,
  notResponding: ENDLESS,
  notBeeper: ELSEWHERE,
  badAnswer: BROKEN,
  none: [
    ...FAILING,
    ...PAUSE,
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
    'signed-out',
    'empty-body',
    'slow',
  ],
});

/** A reminder rings in time, whatever Beeper says. */
const NOTHING = outcomes<Trouble>({ none: MISHAPS });

const TROUBLES: readonly (readonly [reads.Read, Outcomes<Trouble>])[] = [
  [reads.NEWEST, NUMBER],
  [reads.UNREAD, NUMBER],
  [reads.PAGE_2, NUMBER],
  [reads.BACK_AGAIN, WHO],
  [reads.VANISHED, ONE_CHAT],
  [reads.BEFORE_A_BELL, ONE_CHAT],
  [reads.LAST_MESSAGES, ONE_CHAT],
  [reads.SINCE_A_REMINDER, ONE_CHAT],
  [reads.AT_A_BELL, NOTHING],
  [reads.WALK_ARCHIVE, ASIDE],
  [reads.WALK_ACCOUNTS, ASIDE],
  [reads.WALK_INFO, INFO],
];

const CALLS = TROUBLES.map(([call, troubles]) => ({ ...call, troubles }));
const matrix = watchMatrix('reads', `${CALLS.length} calls`);

describe.each(CALLS)('$name', ({ hits, options, scene, troubles }) => {
  it.each(MISHAPS)('met by %s', async (mishap) => {
    const { desk, wire } = await openWiredDesk({ chats: 0, ...options });
    const bystanders = await addBystanders(desk);
    const { go, after } = await scene(desk);
    const last = await desk.badge();
    await wire.breakAt(hits, mishap);
    await go();
    expect(wire.harmed).toBeGreaterThan(0);
    await expectSurface(desk, troubles.get(mishap), [last, truth(desk)]);

    desk.beeper.receive(bystanders.refused.id, { text: 'Hello?' });
    desk.clock.advance(MINUTE);
    await desk.poll();
    await recover(desk, wire);
    await expectAllWell(desk, bystanders);
    await after?.();
    matrix.ran();
  });
});
