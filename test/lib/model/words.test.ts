import { beforeEach, describe, expect, it } from 'vitest';

import { HOUR, MINUTE, SECOND } from '@/lib/base/time';
import { newAct } from '@/lib/model/actions/action-log';
import { EMPTY_OUTBOX, type Outbox } from '@/lib/model/actions/outbox';
import { failedText, wordsOfAct } from '@/lib/model/actions/texts';
import { undoingAct } from '@/lib/model/actions/undo';
import { freshness } from '@/lib/model/connection/freshness';
import { wordsOfError, wordsOfStatus } from '@/lib/model/connection/texts';
import { rowName } from '@/lib/model/list/row-name';
import { aChat, anEntry, aReminder, chatMap } from '../../helpers/builders';
import { NOON } from '../../helpers/clock';
import { resetBrowser } from '../../helpers/fake-browser';

beforeEach(resetBrowser);

const CONNECTED = { isConnected: true, syncedAt: NOON - 3 * SECOND };

describe('the foot', () => {
  it.each([
    [CONNECTED, 'Updated 3 s ago'],
    [{ ...CONNECTED, syncedAt: NOON - 5 * MINUTE }, 'Updated 5 min ago'],
    [{ ...CONNECTED, syncedAt: NOON + MINUTE }, 'Updated 0 s ago'],
    [{ isConnected: true }, 'Connecting to Beeper…'],
    [{ ...CONNECTED, trouble: 'notRunning' as const }, 'Beeper is not running'],
  ])('of %j says %j', (status, words) => {
    expect(freshness(status, NOON)).toBe(words);
  });

  it('announces some hours before that the sign-in ends', () => {
    expect(freshness({ ...CONNECTED, expiresAt: NOON + 2 * HOUR }, NOON)).toContain('sign-in ends');
    expect(freshness({ ...CONNECTED, expiresAt: NOON + 4 * HOUR }, NOON)).toBe('Updated 3 s ago');
  });
});

describe('the name of a row', () => {
  it('starts with title, network and unread count', () => {
    const chat = aChat({ title: 'Anna', network: 'Signal', unreadCount: 3, isMuted: true });
    expect(rowName({ chat, isWaiting: false }, NOON)).toBe('Anna, Signal, 3 unread, muted');
  });

  it('tells a mark from a count, and a reminder that only this browser knows', () => {
    const chat = aChat({ title: 'Anna', network: 'Signal', unreadCount: 0, isMarkedUnread: true });
    const reminder = aReminder({ at: NOON + HOUR, kept: 'here' });
    expect(rowName({ chat, reminder, isWaiting: true }, NOON)).toMatch(
      /^Anna, Signal, marked unread, reminder .*, in this browser only, Will be sent/,
    );
  });
});

describe('the notice', () => {
  const act = newAct('1', [{ chat: aChat({ title: 'Anna' }), intent: { kind: 'archive' } }], {});

  it('says what was done and offers to take it back', () => {
    expect(wordsOfAct(act, EMPTY_OUTBOX, {}, NOON)).toMatchObject({
      text: 'Archived Anna',
      canUndo: true,
      canRetry: false,
    });
  });

  it('says what was taken back', () => {
    const words = wordsOfAct(undoingAct('2', act, undefined).act, EMPTY_OUTBOX, {}, NOON);
    expect(words.text).toBe('Undone: Archived Anna');
  });

  it('says so where nothing was left to take back', () => {
    const now = { chats: chatMap(), outbox: EMPTY_OUTBOX, reminders: {} };
    const words = wordsOfAct(undoingAct('2', act, now).act, EMPTY_OUTBOX, {}, NOON);
    expect(words.text).toBe('Nothing left to undo: Archived Anna');
  });

  it('says what failed and why, and offers to try again', () => {
    const entry = anEntry({ id: '1:0', state: 'failed', error: 'readOnly' });
    const words = wordsOfAct(act, { entries: [entry], done: [] }, {}, NOON);
    expect(words).toMatchObject({
      text: 'Could not archive Anna: This token may only read',
      isWrong: true,
      canRetry: true,
    });
  });
});

function failing(...places: number[]): Outbox {
  const failure = { state: 'failed', error: 'refused' } as const;
  return { entries: places.map((place) => anEntry({ id: `1:${place}`, ...failure })), done: [] };
}

describe('the notice of many', () => {
  const chats = ['Anna', 'Ben', 'Cleo'].map((title) => aChat({ id: title, title }));
  const archived = newAct(
    '1',
    chats.map((chat) => ({ chat, intent: { kind: 'archive' } })),
    {},
  );
  it('counts them, also when they are taken back', () => {
    expect(wordsOfAct(archived, EMPTY_OUTBOX, {}, NOON).text).toBe('Archived 3 chats');
    const undone = wordsOfAct(undoingAct('2', archived, undefined).act, EMPTY_OUTBOX, {}, NOON);
    expect(undone.text).toBe('Undone: Archived 3 chats');
  });

  it('counts those alone that were taken back', () => {
    const [anna = aChat(), ...others] = chats.map((chat) => ({ ...chat, box: 'archive' as const }));
    const now = { chats: chatMap(anna), outbox: EMPTY_OUTBOX, reminders: {} };
    const textOf = (world: typeof now) =>
      wordsOfAct(undoingAct('2', archived, world).act, EMPTY_OUTBOX, {}, NOON).text;
    expect(textOf(now)).toBe('Undone: Archived Anna');
    expect(textOf({ ...now, chats: chatMap(...others) })).toBe('Undone: Archived 2 chats');
  });

  it('says how many of them failed, and takes the others back', () => {
    expect(wordsOfAct(archived, failing(1), {}, NOON)).toStrictEqual({
      text: '1 of 3 could not be archived: Beeper refused',
      isWrong: true,
      canUndo: true,
      canRetry: true,
    });
    expect(wordsOfAct(archived, failing(0, 1, 2), {}, NOON).canUndo).toBe(false);
  });

  it('tells each kind of thing that was done with one chat', () => {
    const [chat = aChat()] = chats;
    const kinds = ['archive', 'mute'] as const;
    const both = newAct(
      '1',
      kinds.map((kind) => ({ chat, intent: { kind } })),
      {},
    );
    expect(wordsOfAct(both, EMPTY_OUTBOX, {}, NOON).text).toBe('Archived Anna · Muted Anna');
    expect(wordsOfAct(both, failing(0, 1), {}, NOON).text).toMatch(/^2 of 2 could not be done/);
  });

  it('names the moment of reminders, and counts those that only this browser has', () => {
    const at = NOON + HOUR;
    const wanted = chats.map((chat) => ({
      chat,
      intent: { kind: 'remind', at, dismissOnIncoming: false } as const,
    }));
    const act = newAct('1', wanted, {});
    expect(wordsOfAct(act, EMPTY_OUTBOX, {}, NOON).text).toMatch(
      /^Reminders for 3 chats set: .*\d/,
    );
    const here = Object.fromEntries(
      chats.map(({ id }) => [id, aReminder({ chatID: id, kept: 'here' })]),
    );
    const done = act.steps.map(({ stamped }) => stamped.id);
    expect(wordsOfAct(act, { entries: [], done }, here, NOON).text).toContain('3 reminders');
  });
});

describe('to change a chat', () => {
  it.each([
    ['mute', 'Muted Anna', 'Could not mute Anna'],
    ['unmute', 'Unmuted Anna', 'Could not unmute Anna'],
    ['pin', 'Pinned Anna', 'Could not pin Anna'],
    ['lowPriority', 'Moved Anna to low priority', 'Could not move Anna to low priority'],
  ] as const)('or the other way: %s is told as %j, or %j', (kind, done, failed) => {
    const act = newAct('1', [{ chat: aChat({ title: 'Anna' }), intent: { kind } }], {});
    expect(wordsOfAct(act, EMPTY_OUTBOX, {}, NOON).text).toBe(done);
    expect(failedText(act.steps)).toBe(failed);
  });
});

describe('the connection', () => {
  it('says "Connected" with version and number of accounts', () => {
    const status = { ...CONNECTED, version: '4.3.20', accountCount: 1 };
    expect(wordsOfStatus(status, NOON)).toMatchObject({
      title: 'Connected',
      detail: ['Beeper 4.3.20 · 1 account'],
    });
  });

  it('names a Beeper elsewhere, and what an old one or a token cannot do', () => {
    const old = { ...CONNECTED, version: '4.2.600', baseUrl: 'https://b.example:8443' };
    const { detail } = wordsOfStatus({ ...old, access: 'readOnly' }, NOON);
    expect(detail).toStrictEqual([
      'Beeper 4.2.600 · at b.example:8443',
      'This token may only read: archiving and marking are not offered.',
      'This Beeper cannot mark chats as read, mute or pin them, or change their priority: that came with 4.2.808.',
    ]);
  });

  it('says what is wrong and what to do', () => {
    expect(wordsOfStatus({ ...CONNECTED, trouble: 'notRunning' }, NOON)).toStrictEqual(
      wordsOfError('notRunning'),
    );
  });
});
