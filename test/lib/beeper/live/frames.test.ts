import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readSocketFrame, subscription } from '@/lib/beeper/live/frames';
import { aRawMessage } from '../../../helpers/builders';

const read = (frame: unknown) => readSocketFrame(JSON.stringify(frame));

describe('what Beeper says over its socket', () => {
  it.each([
    [
      { type: 'ready', version: 1, chatIDs: [] },
      { kind: 'ready', version: 1 },
    ],
    [{ type: 'ready' }, { kind: 'ready', version: undefined }],
    [{ type: 'subscriptions.updated', chatIDs: ['*'] }, { kind: 'subscribed' }],
    [{ type: 'error', code: 'INVALID_COMMAND', message: 'No' }, { kind: 'error' }],
    [
      { type: 'chat.upserted', seq: 7, ts: 1, chatID: '!ada', ids: ['!ada'] },
      { kind: 'event', seq: 7, chatID: '!ada', deleted: [] },
    ],
    [
      { type: 'chat.deleted', seq: 0, chatID: '!ada', ids: ['!ada'] },
      { kind: 'event', seq: 0, chatID: '!ada', deleted: [] },
    ],
    [
      { type: 'message.deleted', seq: 8, chatID: '!ada', ids: ['1', 2, '3'] },
      { kind: 'event', seq: 8, chatID: '!ada', deleted: ['1', '3'] },
    ],
    [
      { type: 'reaction.added', seq: 9, chatID: '!ada', accountID: 'signal' },
      { kind: 'event', seq: 9, chatID: '!ada', deleted: [] },
    ],
    [{ type: 'account.updated', seq: 10, chatID: '!ada' }, { kind: 'other' }],
    [{ type: 'chat.upserted', seq: 10, ids: ['!ada'] }, { kind: 'other' }],
    ['ready', { kind: 'other' }],
    [null, { kind: 'other' }],
  ])('%j reads as %j', (frame, expected) => {
    expect(read(frame)).toStrictEqual(expected);
  });

  it('brings the newest of the messages that came along', () => {
    const [old, new_] = ['2026-05-20T11:00:00Z', '2026-05-20T12:00:00.5+01:00'].map((timestamp) =>
      aRawMessage({ timestamp }),
    );
    const late = aRawMessage({ timestamp: '2026-05-20T11:30:00Z' });
    const event = { type: 'message.upserted', chatID: '!ada', entries: [old, late, new_, 'odd'] };
    expect(read(event)).toMatchObject({ message: late });
  });

  it('brings none that is larger than a line could show', () => {
    const entries = [aRawMessage({ text: 'x'.repeat(30_000) })];
    expect(read({ type: 'message.upserted', chatID: '!ada', entries })).not.toHaveProperty(
      'message',
    );
  });

  it('brings none that is nested deeper than can be written', () => {
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    const entry = `{"timestamp":${deep},"text":${deep}}`;
    const event = `{"type":"message.upserted","chatID":"!ada","entries":[${entry},${entry}]}`;
    expect(readSocketFrame(event)).toStrictEqual({
      kind: 'event',
      seq: undefined,
      chatID: '!ada',
      deleted: [],
    });
  });

  it.each(['', '{', '[]', new ArrayBuffer(3), undefined])('is nothing for %j', (data) => {
    expect(readSocketFrame(data)).toStrictEqual({ kind: 'other' });
  });

  it('never makes it throw', () => {
    const odd = fc.record({
      type: fc.constantFrom('chat.upserted', 'message.upserted', 'message.deleted', 'ready'),
      chatID: fc.jsonValue(),
      seq: fc.jsonValue(),
      ids: fc.jsonValue(),
      entries: fc.jsonValue(),
    });
    const reading = fc.property(fc.oneof(odd, fc.jsonValue()), (frame) => void read(frame));
    expect(() => fc.assert(reading)).not.toThrow();
  });
});

it('asks for every chat, and for nothing else', () => {
  expect(JSON.parse(subscription('r1'))).toStrictEqual({
    type: 'subscriptions.set',
    requestID: 'r1',
    chatIDs: ['*'],
  });
});
