import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseStoredChat } from '@/lib/model/chats/chat';
import {
  readAccountMap,
  readOutbox,
  readReminder,
  readReminders,
} from '@/lib/model/chats/parse-stored';
import { aChat, anEntry, aPreview, aReminder } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';

function stored<T>(value: T): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe('what the companion stored itself', () => {
  it.each([
    aChat(),
    aChat({ reminder: null, writtenAt: NOON, mergedInto: '!union' }),
    aChat({ cannot: ['archive', 'send'] }),
    aChat({ avatar: 'mxc://local.beeper.com/ada' }),
    aChat({
      reminder: { at: NOON, dismissOnIncoming: true },
      preview: aPreview({ kind: 'IMAGE', sender: 'Ada' }),
    }),
  ])('is read as it was: a chat', (chat) => {
    expect(parseStoredChat(stored(chat))).toStrictEqual(chat);
  });

  it('is read as it was: an outbox', () => {
    const outbox = {
      entries: [
        anEntry(),
        anEntry({ state: 'failed', error: 'readOnly', attempts: 3, notBefore: NOON }),
        anEntry({ intent: { kind: 'remind', at: NOON, dismissOnIncoming: true } }),
        anEntry({ intent: { kind: 'clearReminder', heldAt: NOON } }),
        anEntry({ intent: { kind: 'mute' } }),
        anEntry({ intent: { kind: 'normalPriority' } }),
      ],
      done: ['1', '2'],
    };
    expect(readOutbox(stored(outbox))).toStrictEqual(outbox);
  });

  it('is read as it was: reminders', () => {
    const reminders = {
      '!ada': aReminder({ bell: 'rung', kept: 'here', checkedTo: NOON, quietAt: NOON }),
    };
    expect(readReminders(stored(reminders))).toStrictEqual(reminders);
  });

  it('is read as it was: a reminder for a time of day', () => {
    const reminder = aReminder({ wall: '2026-05-20T15:00' });
    expect(readReminder(stored(reminder))).toStrictEqual(reminder);
    expect(readReminder({ ...reminder, wall: 'three' })).toStrictEqual(aReminder());
  });

  it('is read as it was: accounts', () => {
    const accounts = { a: { id: 'a', network: 'Signal', selfID: '@me' } };
    expect(readAccountMap(stored(accounts))).toStrictEqual(accounts);
  });
});

describe('a part that cannot be read', () => {
  it('is dropped and the rest stays', () => {
    const entries = [anEntry(), { id: 'x' }, null, anEntry({ id: 'other' })];
    expect(readOutbox({ entries, done: ['1', 2, ''] })).toStrictEqual({
      entries: [anEntry(), anEntry({ id: 'other' })],
      done: ['1'],
    });
    expect(readReminders({ a: { chatID: 'a' }, b: aReminder() })).toStrictEqual({
      '!ada': aReminder(),
    });
    expect(readAccountMap({ a: { id: 'a' } })).toStrictEqual({});
  });

  it('of an entry is as in a new one', () => {
    const odd = { ...anEntry(), state: 'flying', attempts: -1, notBefore: 'soon', error: 'hunger' };
    expect(readOutbox({ entries: [odd] })?.entries).toStrictEqual([anEntry()]);
  });

  it('of a reminder rings rather once too often than not at all', () => {
    expect(readReminder({ chatID: '!ada', at: NOON })).toMatchObject({ kept: 'here', bell: 'set' });
  });

  it.each([null, 'all', 7, []])('makes the whole unreadable: %j', (value) => {
    expect(readOutbox(value)).toBeUndefined();
    expect(readReminders(value)).toBeUndefined();
    expect(readAccountMap(value)).toBeUndefined();
    expect(parseStoredChat(value)).toBeUndefined();
  });

  it.each([parseStoredChat, readOutbox, readReminders, readReminder, readAccountMap])(
    'never throws: %o',
    (read) => {
      const members = ['id', 'entries', 'done', 'preview', 'reminder', 'at', 'chatID', 'intent'];
      const odd = fc.dictionary(fc.constantFrom(...members), fc.jsonValue());
      const reading = fc.property(fc.oneof(odd, fc.jsonValue()), (value) => void read(value));
      expect(() => fc.assert(reading)).not.toThrow();
    },
  );
});
