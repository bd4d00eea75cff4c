import { describe, expect, it } from 'vitest';

import { HOUR } from '@/lib/base/time';
import type { Desk } from '../../../helpers/desk';
import {
  addBystanders,
  ask,
  asking,
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
  STATUSES,
  truth,
  type Trouble,
  UNREADABLE,
  USELESS,
  watchMatrix,
} from '../../../helpers/fault-matrix';
import { signIn } from '../../../helpers/fault-matrix-connect';
import { MISHAPS, openWiredDesk } from '../../../helpers/fault-matrix-wire';

const isFocus = asking('POST', /^\/v1\/focus$/);

/** The person who clicked is told; it is no trouble of the connection. */
const TOLD = outcomes<Trouble>({
  notRunning: NOBODY,
  notResponding: [...ENDLESS, '408'],
  notBeeper: ELSEWHERE,
  tokenRejected: ['401'],
  readOnly: ['403'],
  notSignedIn: ['signed-out'],
  rateLimited: PAUSE,
  chatGone: ['404'],
  tooOld: ['405', '501'],
  refused: ['400', '413', '422'],
  serverTrouble: [...FAILING, '409'],
  badAnswer: [...BROKEN, ...UNREADABLE],
  none: [...USELESS, 'empty-body', 'slow'],
});

/** The notification stays until Beeper shows the chat. */
const NOTIFIED = outcomes<'stays' | 'goes'>({
  stays: [...NOBODY, ...ENDLESS, ...ELSEWHERE, ...STATUSES, ...BROKEN, ...UNREADABLE],
  goes: [...USELESS, 'empty-body', 'slow'],
});

const matrix = watchMatrix('opening and leaving', '3 calls');

describe('opening a chat', () => {
  it.each(MISHAPS)('met by %s', async (mishap) => {
    const { desk, wire } = await openWiredDesk({ chats: 0 });
    const bystanders = await addBystanders(desk);
    await wire.breakAt(isFocus, mishap);
    const told = await ask(desk, 'openChat', { chatID: bystanders.refused.id });
    expect(told).toBe(TOLD.get(mishap));
    await expectSurface(desk, 'none', [truth(desk)]);

    const times = timesFocused(desk);
    await recover(desk, wire);
    await expectAllWell(desk, bystanders);
    expect(timesFocused(desk)).toBe(times);
    matrix.ran();
  });
});

describe('opening a chat from its notification', () => {
  it.each(MISHAPS)('met by %s', async (mishap) => {
    const { desk, wire } = await openWiredDesk({ chats: 0 });
    const chat = desk.beeper.addChat({ title: 'Ada' });
    const bystanders = await addBystanders(desk);
    await ring(desk, chat.id);
    await wire.breakAt(isFocus, mishap);
    const [shown] = await desk.notifications();
    await desk.happen(({ notificationClicked }) => notificationClicked(shown?.id ?? ''));
    expect(wire.harmed).toBe(1);
    const left = NOTIFIED.get(mishap) === 'stays' ? [shown] : [];
    expect(await desk.notifications()).toStrictEqual(left);
    await expectSurface(desk, 'none', [truth(desk)]);

    const times = timesFocused(desk);
    await recover(desk, wire);
    await expectAllWell(desk, bystanders);
    expect(await desk.notifications()).toStrictEqual(left);
    expect(timesFocused(desk)).toBe(times);
    matrix.ran();
  });
});

/** What Beeper does with the token is not waited for. */
describe('giving back the token', () => {
  it.each(MISHAPS)('met by %s', async (mishap) => {
    const { desk, wire } = await openWiredDesk({ chats: 2, isConnected: false });
    await signIn(desk);
    await wire.breakAt(asking('POST', /^\/oauth\/revoke$/), mishap);
    expect(await ask(desk, 'disconnect', null)).toBe('none');
    expect(wire.harmed).toBe(1);
    await recover(desk, wire);
    expect(await desk.status()).toStrictEqual({ isConnected: false });
    expect(await desk.chats()).toHaveProperty('size', 0);
    await expectSurface(desk, 'none', ['']);
    matrix.ran();
  });
});

async function ring(desk: Desk, chatID: string): Promise<void> {
  const at = desk.clock.now() + HOUR;
  await desk.act(chatID, { kind: 'remind', at, dismissOnIncoming: false });
  desk.clock.set(at);
  await desk.happen(({ alarm }) => alarm('reminders'));
}

function timesFocused({ beeper }: Desk): number {
  return beeper.requests.filter(({ path }) => path === '/v1/focus').length;
}
