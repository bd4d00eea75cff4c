import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readPreview } from '@/lib/beeper/parse/message';
import { aRawMessage, CURRENT, OLD, type Raw } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';

const ACCOUNTS = { signal: { id: 'signal', network: 'Signal', selfID: '@me' } };

function read(overrides: Raw = {}, context = CURRENT) {
  return readPreview(aRawMessage(overrides), context);
}

describe('a message over the wire', () => {
  it('is read', () => {
    expect(read()).toStrictEqual({
      messageID: '1',
      text: 'Hello',
      isOwn: false,
      at: NOON - 3_600_000,
      sortKey: '1',
      sender: 'Ada',
    });
  });

  it('is HTML to a new Beeper and plain to an old one', () => {
    const text = '<p>1 &lt; 2</p>';
    expect([read({ text })?.text, read({ text }, OLD)?.text]).toStrictEqual(['1 < 2', text]);
  });

  it.each<[Raw, boolean]>([
    [{ isSender: true }, true],
    [{ isSender: false }, false],
    [{}, false],
  ])('is own as %j says when the account is not known: %j', (raw, isOwn) => {
    expect(read(raw)?.isOwn).toBe(isOwn);
  });

  it.each<[Raw, boolean]>([
    [{ senderID: '@me', isSender: false }, true],
    [{ senderID: '@ada', isSender: true }, false],
  ])('is own by its sender, whatever %j says', (raw, isOwn) => {
    expect(read(raw, { ...CURRENT, accounts: ACCOUNTS })?.isOwn).toBe(isOwn);
  });

  it.each<[Raw, boolean]>([
    [{ senderID: '@me:beeper.local', isSender: true }, true],
    [{ senderID: '@ada:beeper.local', isSender: false }, false],
  ])("is own as %j says where the account's user has an id of the network", (raw, isOwn) => {
    const accounts = { signal: { ...ACCOUNTS.signal, id: 'signal', selfID: '998877' } };
    expect(read(raw, { ...CURRENT, accounts })?.isOwn).toBe(isOwn);
  });

  it.each(['@ada', '@lid:beeper.local', '', 7, null])('has no sender named %j', (senderName) => {
    expect(read({ senderName })).not.toHaveProperty('sender');
  });

  it("of one's own needs no name", () => {
    expect(read({ isSender: true })).not.toHaveProperty('sender');
  });

  it.each<[Raw, string | undefined]>([
    [{ type: 'TEXT' }, undefined],
    [{ type: 'IMAGE' }, 'IMAGE'],
    [{ type: null }, undefined],
    [{ type: null, attachments: [{ type: 'img' }] }, 'IMAGE'],
    [{ type: null, attachments: [{ type: 'video' }] }, 'VIDEO'],
    [{ type: null, attachments: [{ type: 'audio' }] }, 'AUDIO'],
    [{ type: null, attachments: [{ type: 'audio', isVoiceNote: true }] }, 'VOICE'],
    [{ type: null, attachments: [{ type: 'unknown' }] }, 'FILE'],
    [{ type: null, attachments: [{ type: 'toString' }] }, 'FILE'],
    [{ type: null, attachments: [] }, undefined],
    [{ type: null, attachments: 'one' }, undefined],
    [{ type: 'IMAGE', isDeleted: true }, 'DELETED'],
  ])('%j is of the kind %j', (raw, kind) => {
    expect(read(raw)?.kind).toBe(kind);
  });

  it('that was taken back has no text', () => {
    expect(read({ isDeleted: true })?.text).toBe('');
  });

  it.each([
    ['Ada', 'Ada reacted'],
    [null, 'reacted'],
  ])('fills in the sender %j', (senderName, text) => {
    expect(read({ senderName, text: '{{sender}} reacted' })?.text).toBe(text);
  });

  it.each([null, undefined, 'Hello', 7, [], { isHidden: true }])('is none: %j', (value) => {
    expect(readPreview(value, CURRENT)).toBeUndefined();
  });

  it('never throws', () => {
    const odd = fc.dictionary(
      fc.constantFrom(...Object.keys(aRawMessage()), 'attachments'),
      fc.jsonValue(),
    );
    const reading = fc.property(fc.jsonValue(), odd, (value, raw) => {
      readPreview(value, OLD);
      readPreview(raw, CURRENT);
    });
    expect(() => fc.assert(reading)).not.toThrow();
  });
});
