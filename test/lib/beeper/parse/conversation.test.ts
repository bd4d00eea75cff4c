import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readMessage, readMessagePage } from '@/lib/beeper/parse/conversation';
import type { Message } from '@/lib/model/messages/conversation';
import { anyBody, MAKES } from '../../../helpers/any-answer';
import { aRawMessage, CURRENT, OLD, type Raw } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';
import { oddIn } from '../../../helpers/odd';

function read(overrides: Raw = {}, context = CURRENT): Message | undefined {
  return readMessage(aRawMessage(overrides), context);
}

const PICTURE = { type: 'img', fileName: 'a.png' };
const VOICE = { type: 'audio', isVoiceNote: true, duration: 22.6 };

describe('a message to look at', () => {
  it('is read', () => {
    expect(read()).toStrictEqual({
      id: '1',
      at: NOON - 3_600_000,
      senderID: '@ada',
      sender: 'Ada',
      isOwn: false,
      form: 'said',
      text: 'Hello',
    });
  });

  it('keeps its lines, of HTML and of plain text', () => {
    const html = '<p>One<br>two</p> <p>three</p><ul><li>a</li><li>b</li></ul><pre>x\n  y</pre>';
    expect(read({ text: html })?.text).toBe('One\ntwo\nthree\n• a\n• b\nx\n  y');
    expect(read({ text: ' One \r\n\n\n\n two\u202E ' }, OLD)?.text).toBe('One\n\ntwo');
  });

  it.each<[Raw, Message['form']]>([
    [{ isHidden: true }, 'hidden'],
    [{ type: 'REACTION' }, 'hidden'],
    [{ isDeleted: true }, 'deleted'],
    [{ type: 'NOTICE' }, 'notice'],
    [{ type: undefined }, 'notice'],
    [{ type: undefined, attachments: [PICTURE] }, 'said'],
  ])('%j is %s', (raw, form) => {
    expect(read(raw)?.form).toBe(form);
  });

  it('of an old server is said although it has no type', () => {
    expect(read({ type: undefined }, OLD)?.form).toBe('said');
  });

  it.each<[Raw, Partial<Message>]>([
    [{ type: 'IMAGE', attachments: [PICTURE] }, { media: [{ kind: 'IMAGE', name: 'a.png' }] }],
    [{ type: 'VOICE', attachments: [VOICE] }, { media: [{ kind: 'VOICE', seconds: 23 }] }],
    [
      { attachments: [PICTURE, {}] },
      { media: [{ kind: 'IMAGE', name: 'a.png' }, { kind: 'FILE' }] },
    ],
    [{ type: 'LOCATION' }, { media: [{ kind: 'LOCATION' }] }],
    [
      { text: undefined, attachments: [{ ...VOICE, transcription: { transcription: 'Hi' } }] },
      { text: 'Hi' },
    ],
    [{ linkedMessageID: '0' }, { replyTo: '0' }],
    [{ editedTimestamp: '2026-05-20T12:00:00Z' }, { isEdited: true }],
    [{ isUnread: true }, { isUnread: true }],
    [{ isSender: true, sendStatus: { status: 'FAIL_PERMANENT' } }, { sending: 'failed' }],
    [{ isSender: true, sendStatus: { status: 'PENDING' } }, { sending: 'pending' }],
    [
      { reactions: [{ reactionKey: '👍' }, { reactionKey: '👍' }, {}, { reactionKey: '🙏' }] },
      {
        reactions: [
          { key: '👍', count: 2 },
          { key: '🙏', count: 1 },
        ],
      },
    ],
  ])('%j tells %j', (raw, told) => {
    expect(read(raw)).toMatchObject(told);
  });

  it.each([null, 'Hello', [], {}, { id: 7 }])('is none: %j', (value) => {
    expect(readMessage(value, CURRENT)).toBeUndefined();
  });
});

describe('a page of messages', () => {
  it('is turned round, put in order, and has each once', () => {
    const items = [
      aRawMessage({ id: 'c', timestamp: at(2) }),
      aRawMessage({ id: 'b', timestamp: at(1) }),
      aRawMessage({ id: 'b', timestamp: at(1) }),
      aRawMessage({ id: 'late', timestamp: at(3) }),
      aRawMessage({ id: 'a', timestamp: at(1) }),
    ];
    const page = readMessagePage({ items, next: 'x' }, CURRENT, new Map());
    expect([page.messages.map(({ id }) => id), page.older]).toStrictEqual([
      ['a', 'b', 'c', 'late'],
      'x',
    ]);
  });

  it('of whatever Beeper answers can be drawn and counted with', () => {
    const anyPage = fc.constantFrom(...MAKES).chain((make) => anyBody('messages', make));
    const reading = fc.property(anyPage, fc.constantFrom(CURRENT, OLD), (body, context) => {
      const items: unknown = parsed(body)?.items;
      const page = readMessagePage(
        { items: Array.isArray(items) ? items : [] },
        context,
        new Map(),
      );
      const ids = page.messages.map(({ id }) => id);
      const texts = page.messages.map(({ text }) => text);
      expect(oddIn(page)).toStrictEqual([]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(texts.filter((text) => text.length > 4001 || UNSEEN.test(text))).toStrictEqual([]);
    });
    fc.assert(reading, { numRuns: 200 });
  });
});

function at(ms: number): string {
  return new Date(NOON + ms).toISOString();
}

const UNSEEN = /[\u200B\u202A-\u202E\u2066-\u2069\uFEFF\p{Cs}]|(?!\n)\p{Cc}/u;

function parsed(body: string): { items?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
