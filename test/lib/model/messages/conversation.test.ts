import { describe, expect, it } from 'vitest';

import { DAY, MINUTE } from '@/lib/base/time';
import { type Message, withNewest, withOlder } from '@/lib/model/messages/conversation';
import { conversationDays } from '@/lib/model/messages/days';
import { previewConversation } from '@/lib/model/messages/preview-conversation';
import { aChat, aPreview } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';

function said(id: string, rest: Partial<Message> = {}): Message {
  return { id, at: NOON, senderID: '@ada', isOwn: false, form: 'said', text: id, ...rest };
}

function idsIn({ messages }: { messages: readonly Message[] }): string {
  return messages.map(({ id }) => id).join('');
}

const TALK = { messages: [said('c'), said('d')], older: '3' };

describe('a talk', () => {
  it('grows at its beginning, each message once, as long as there is more', () => {
    const longer = withOlder(TALK, { messages: [said('b'), said('c')], older: '2' });
    expect([idsIn(longer), longer.older]).toStrictEqual(['bcd', '2']);
    expect(withOlder(longer, { messages: [said('a')] })).not.toHaveProperty('older');
  });

  it.each([[[]], [[said('c'), said('d')]]])(
    'ends where a page brings nothing new, whatever it promises: %j',
    (messages) => {
      expect(withOlder(TALK, { messages, older: '9' })).toStrictEqual({ messages: TALK.messages });
    },
  );

  it('grows at its end by what is asked for anew', () => {
    const later = withNewest(TALK, { messages: [said('d', { text: 'edited' }), said('e')] });
    expect([idsIn(later), later.older]).toStrictEqual(['cde', '3']);
    expect(later.messages[1]?.text).toBe('edited');
  });

  it('begins anew after a gap', () => {
    const newest = { messages: [said('x')], older: '8' };
    expect(withNewest(TALK, newest)).toBe(newest);
  });
});

describe('a talk day by day', () => {
  it('says who speaks when that changes, after a pause and on another day', () => {
    const days = conversationDays([
      said('a', { at: NOON - DAY }),
      said('b'),
      said('c', { at: NOON + MINUTE }),
      said('d', { at: NOON + 2 * MINUTE, senderID: '@bo' }),
      said('e', { at: NOON + 3 * MINUTE, senderID: '@bo', isOwn: true }),
      said('f', { at: NOON + 40 * MINUTE, senderID: '@bo', isOwn: true }),
    ]);
    const told = days.map(({ lines }) =>
      lines.map(({ message, isFirst }) => (isFirst ? message.id.toUpperCase() : message.id)),
    );
    expect(told).toStrictEqual([['A'], ['B', 'c', 'D', 'E', 'F']]);
  });

  it('leaves out what is hidden, marks where the new begins, and finds what is answered', () => {
    const [day] = conversationDays([
      said('a', { form: 'hidden' }),
      said('b'),
      said('c', { isUnread: true, replyTo: 'a' }),
      said('d', { isUnread: true, replyTo: 'long ago' }),
    ]);
    const told = day?.lines.map(({ message: { id }, isNew, answers }) => [id, isNew, answers?.id]);
    expect(told).toStrictEqual([
      ['b', false, undefined],
      ['c', true, 'a'],
      ['d', false, undefined],
    ]);
  });
});

describe('what a row knows', () => {
  it.each([
    [aPreview({ sender: 'Ada' }), { text: 'Hello', form: 'said', sender: 'Ada' }],
    [aPreview({ text: '', kind: 'IMAGE' }), { form: 'said', media: [{ kind: 'IMAGE' }] }],
    [aPreview({ text: '', kind: 'DELETED' }), { form: 'deleted' }],
    [aPreview({ kind: 'NOTICE' }), { form: 'notice' }],
  ])('is shown until more is known: %j', (preview, message) => {
    expect(previewConversation(aChat({ preview }))).toMatchObject([message]);
  });

  it.each([undefined, aPreview({ text: '' }), aPreview({ kind: 'REACTION' })])(
    'may be nothing: %j',
    (preview) => {
      expect(previewConversation(aChat(preview && { preview }))).toStrictEqual([]);
    },
  );
});
