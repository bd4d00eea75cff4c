import { describe, expect, it } from 'vitest';

import { EMPTY_OUTBOX, type OutboxEntry } from '@/lib/model/actions/outbox';
import type { Send } from '@/lib/model/messages/draft';
import { EMPTY_DRAFTS } from '@/lib/model/messages/draft';
import { isTimeToUpdate, pagesAfter, readUpdate } from '@/lib/model/settings/update';

const IDLE = { hasPages: false, outbox: EMPTY_OUTBOX, drafts: EMPTY_DRAFTS };

const ENTRY: OutboxEntry = {
  id: 'one',
  chatID: '!ada',
  intent: { kind: 'archive' },
  state: 'queued',
  attempts: 0,
  notBefore: 0,
};

function withReply(state: Send['state']) {
  const draft = { text: 'Hello', at: 1, send: { id: 'press', text: 'Hello', at: 1, state } };
  return { ...EMPTY_DRAFTS, byChat: { '!ada': draft } };
}

describe('the time to update', () => {
  it('is when nobody looks and nothing is on its way', () => {
    expect(isTimeToUpdate(IDLE)).toBe(true);
  });

  it('is not while a page is open', () => {
    expect(isTimeToUpdate({ ...IDLE, hasPages: true })).toBe(false);
  });

  it('is not while an act or a reply is being sent', () => {
    const sending = { ...EMPTY_OUTBOX, entries: [{ ...ENTRY, state: 'sending' as const }] };
    expect(isTimeToUpdate({ ...IDLE, outbox: sending })).toBe(false);
    expect(isTimeToUpdate({ ...IDLE, drafts: withReply('sending') })).toBe(false);
  });

  it('is while something waits: that is stored, and sent by the newer one', () => {
    const waiting = { ...EMPTY_OUTBOX, entries: [ENTRY] };
    expect(isTimeToUpdate({ ...IDLE, outbox: waiting, drafts: withReply('failed') })).toBe(true);
  });
});

describe('pages that come back', () => {
  const update = { version: '2.0', reopen: ['/popup.html?place=tab', '/options.html#updated'] };

  it('say so where they are of the new version', () => {
    expect(pagesAfter(update, '2.0')).toStrictEqual([
      '/popup.html?place=tab#updated',
      '/options.html#updated',
    ]);
  });

  it('say nothing where the browser did not put it in', () => {
    expect(pagesAfter(update, '1.0')).toStrictEqual(['/popup.html?place=tab', '/options.html']);
  });

  it('are none but ours', () => {
    const reopen = ['/popup.html', 'https://example.com/', '//example.com', '/welcome', 7];
    expect(readUpdate({ version: '2.0', reopen })).toStrictEqual({
      version: '2.0',
      reopen: ['/popup.html'],
    });
    expect([readUpdate({ reopen }), readUpdate(7)]).toStrictEqual([undefined, undefined]);
  });
});
