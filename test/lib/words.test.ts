import { beforeEach, describe, expect, it } from 'vitest';

import { newAct, undoingAct } from '../../lib/act-log';
import { wordsOfError, wordsOfStatus } from '../../lib/connection-words';
import { freshness } from '../../lib/freshness';
import { failedText, wordsOfAct } from '../../lib/notice-words';
import { EMPTY_OUTBOX } from '../../lib/outbox';
import { rowName } from '../../lib/row-name';
import { HOUR, MINUTE, SECOND } from '../../lib/time';
import { aChat, anEntry, aReminder } from '../helpers/builders';
import { NOON } from '../helpers/clock';
import { resetBrowser } from '../helpers/fake-browser';

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

  it('announces a day before that the sign-in ends', () => {
    expect(freshness({ ...CONNECTED, expiresAt: NOON + 2 * HOUR }, NOON)).toContain('sign-in ends');
    expect(freshness({ ...CONNECTED, expiresAt: NOON + 25 * HOUR }, NOON)).toBe('Updated 3 s ago');
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
  const act = newAct('1', aChat({ title: 'Anna' }), { kind: 'archive' }, {});

  it('says what was done and offers to take it back', () => {
    expect(wordsOfAct(act, EMPTY_OUTBOX, {}, NOON)).toMatchObject({
      text: 'Archived Anna',
      canUndo: true,
      canRetry: false,
    });
  });

  it('says what was taken back, and offers no more', () => {
    const words = wordsOfAct(undoingAct('2', act), EMPTY_OUTBOX, {}, NOON);
    expect(words).toMatchObject({ text: 'Taken back: Moved Anna to inbox', canUndo: false });
  });

  it('says what failed and why, and offers to try again', () => {
    const entry = anEntry({ id: '1', state: 'failed', error: 'readOnly' });
    const words = wordsOfAct(act, { entries: [entry], done: [] }, {}, NOON);
    expect(words).toMatchObject({
      text: 'Could not archive Anna: This token may only read',
      isWrong: true,
      canRetry: true,
    });
  });
});

describe('to change a chat', () => {
  it.each([
    ['mute', 'Muted Anna', 'Could not mute Anna'],
    ['unmute', 'Unmuted Anna', 'Could not unmute Anna'],
    ['pin', 'Pinned Anna', 'Could not pin Anna'],
    ['lowPriority', 'Moved Anna to low priority', 'Could not move Anna to low priority'],
  ] as const)('or the other way: %s is told as %j, or %j', (kind, done, failed) => {
    const act = newAct('1', aChat({ title: 'Anna' }), { kind }, {});
    expect(wordsOfAct(act, EMPTY_OUTBOX, {}, NOON).text).toBe(done);
    expect(failedText(act)).toBe(failed);
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
