import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { EMPTY_OUTBOX } from '@/lib/model/actions/outbox';
import { summaryOf, readSummary } from '@/lib/model/list/summary';
import { aChat, aReminder, chatMap } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';

const STATUS = { isConnected: true, syncedAt: NOON };

describe('what the popup paints first', () => {
  it('is the first screen of what is unread, and how much there is', () => {
    const chats = Array.from({ length: 30 }, (_, index) =>
      aChat({ id: `!${index}`, unreadCount: 1, lastActivity: index }),
    );
    const snapshot = { chats: chatMap(...chats, aChat()), outbox: EMPTY_OUTBOX, reminders: {} };
    const { rows, counts } = summaryOf(snapshot, STATUS);
    expect(rows.map(({ chat }) => chat.id).slice(0, 2)).toStrictEqual(['!29', '!28']);
    expect([rows.length, counts.unread]).toStrictEqual([10, 30]);
  });

  it('is read as it was stored', () => {
    const chats = chatMap(aChat({ unreadCount: 1 }));
    const reminders = { '!ada': aReminder() };
    const summary = summaryOf({ chats, outbox: EMPTY_OUTBOX, reminders }, STATUS);
    expect(readSummary(JSON.parse(JSON.stringify(summary)))).toStrictEqual(summary);
  });

  it.each([null, 'rows', {}, { rows: [] }, { counts: {} }])('is nothing for %j', (value) => {
    expect(readSummary(value)).toBeUndefined();
  });

  it('never throws', () => {
    const odd = fc.record({
      rows: fc.array(fc.jsonValue()),
      counts: fc.object(),
      status: fc.jsonValue(),
    });
    const reading = fc.property(fc.oneof(odd, fc.jsonValue()), (value) => void readSummary(value));
    expect(() => fc.assert(reading)).not.toThrow();
  });
});
