import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { MINUTE, SECOND } from '@/lib/base/time';
import type { Intent, PendingIntent } from '@/lib/model/actions/intent';
import {
  EMPTY_OUTBOX,
  enqueue,
  hurry,
  markDone,
  markFailed,
  markSending,
  markWaiting,
  nextAttemptAt,
  type Outbox,
  project,
  readyEntries,
} from '@/lib/model/actions/outbox';
import { aChat, anEntry } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';

const INBOX = aChat();

function stamped(
  id: string,
  kind: Exclude<Intent['kind'], 'remind'>,
  chatID = '!ada',
): PendingIntent {
  return { id, chatID, intent: { kind } };
}

function outboxOf(...intents: PendingIntent[]): Outbox {
  return intents.reduce((outbox, intent) => enqueue(outbox, intent, INBOX), EMPTY_OUTBOX);
}

function ids({ entries }: Pick<Outbox, 'entries'>): string[] {
  return entries.map(({ id }) => id);
}

describe('the outbox', () => {
  it('sends nothing for what was done and undone', () => {
    const outbox = outboxOf(stamped('1', 'archive'), stamped('2', 'unarchive'));
    expect(outbox).toStrictEqual({ entries: [], done: ['1', '2'] });
  });

  it('sends the last of what replaces each other', () => {
    const outbox = outboxOf(
      stamped('1', 'archive'),
      stamped('2', 'unarchive'),
      stamped('3', 'archive'),
    );
    expect(ids(outbox)).toStrictEqual(['3']);
  });

  it('sends nothing for what was muted and unmuted, and mutes beside other matters', () => {
    expect(ids(outboxOf(stamped('1', 'mute'), stamped('2', 'unmute')))).toStrictEqual([]);
    expect(ids(outboxOf(stamped('1', 'mute'), stamped('2', 'archive')))).toStrictEqual(['1', '2']);
  });

  it('remembers of what it replaces that it may already be at Beeper', () => {
    const tried = markWaiting(outboxOf(stamped('1', 'archive')), '1', {
      error: 'serverTrouble',
      now: NOON,
      random: 0,
    });
    const undone = enqueue(tried, stamped('2', 'unarchive'), INBOX);
    expect(undone.entries).toMatchObject([{ id: '2', attempts: 1 }]);
    const again = enqueue(undone, stamped('3', 'archive'), INBOX);
    expect(ids(enqueue(again, stamped('4', 'unarchive'), INBOX))).toStrictEqual(['4']);
  });

  it('knows that what was given up was tried', () => {
    const outbox = markFailed(outboxOf(stamped('1', 'archive')), '1', 'refused');
    expect(outbox.entries).toMatchObject([{ state: 'failed', attempts: 1 }]);
  });

  it('does not keep what was given up when it was taken back already', () => {
    const sending = markSending(outboxOf(stamped('1', 'archive')), '1');
    const both = enqueue(sending, stamped('2', 'unarchive'), INBOX);
    expect(ids(both)).toStrictEqual(['1', '2']);
    expect(ids(markFailed(both, '1', 'refused'))).toStrictEqual(['2']);
  });

  it('does not fold what may already be at Beeper', () => {
    const sending = markSending(outboxOf(stamped('1', 'archive')), '1');
    const outbox = enqueue(sending, stamped('2', 'unarchive'), INBOX);
    expect(ids(outbox)).toStrictEqual(['1', '2']);
  });

  it('sends what Beeper already has when nothing waited: the snapshot may be old', () => {
    expect(ids(outboxOf(stamped('1', 'unarchive')))).toStrictEqual(['1']);
  });

  it('does not fold what was tried before: its answer may have been lost', () => {
    const plan = { error: 'notResponding', now: NOON, random: 0.5 } as const;
    const waiting = markWaiting(outboxOf(stamped('1', 'archive')), '1', plan);
    expect(ids(enqueue(waiting, stamped('2', 'unarchive'), INBOX))).toStrictEqual(['2']);
  });

  it('does not sit out a wait that the clock has made longer', () => {
    const entries = [anEntry({ notBefore: NOON + 60 * MINUTE })];
    expect(readyEntries({ entries, done: [] }, NOON)).toHaveLength(1);
    expect(readyEntries({ entries, done: [] }, NOON + 56 * MINUTE)).toHaveLength(0);
  });

  it('drops what failed when something else is wanted instead', () => {
    const failed = markFailed(outboxOf(stamped('1', 'archive')), '1', 'readOnly');
    const outbox = enqueue(failed, stamped('2', 'unarchive'), INBOX);
    expect(ids(outbox)).toStrictEqual(['2']);
  });

  it('leaves other chats and other matters alone', () => {
    const outbox = outboxOf(
      stamped('1', 'archive'),
      stamped('2', 'markRead'),
      stamped('3', 'unarchive', '!bo'),
    );
    expect(ids(outbox)).toStrictEqual(['1', '2', '3']);
  });

  it.each([
    ['waiting', outboxOf(stamped('1', 'archive'))],
    ['done', markDone(outboxOf(stamped('1', 'archive')), ['1'])],
    ['failed', markFailed(outboxOf(stamped('1', 'archive')), '1', 'refused')],
  ])('takes an intent once that is %s', (_state, outbox) => {
    expect(enqueue(outbox, stamped('1', 'archive'), INBOX)).toBe(outbox);
  });

  it('remembers the last hundred', () => {
    const many = Array.from({ length: 150 }, (_, index) => String(index));
    const { done } = markDone(EMPTY_OUTBOX, many);
    expect(done).toStrictEqual(many.slice(50));
  });

  it('are still remembered after a large batch, and forgotten little by little', () => {
    const batch = Array.from({ length: 300 }, (_, index) => `${index}`);
    const archived = batch.reduce(
      (outbox, id) => enqueue(outbox, { ...stamped(id, 'archive'), chatID: id }, INBOX),
      EMPTY_OUTBOX,
    );
    const undone = batch.reduce(
      (outbox, id) => enqueue(outbox, { ...stamped(`${id}-undo`, 'unarchive'), chatID: id }, INBOX),
      archived,
    );
    expect(undone.entries).toStrictEqual([]);
    expect(undone.done).toHaveLength(600);
    expect(markDone(undone, ['next']).done).toHaveLength(599);
  });

  it('sends one a chat at a time, the oldest', () => {
    const outbox = outboxOf(
      stamped('1', 'archive'),
      stamped('2', 'markRead'),
      stamped('3', 'archive', '!bo'),
    );
    expect(ids({ entries: readyEntries(outbox, NOON) })).toStrictEqual(['1', '3']);
  });

  it('does not let a later one pass the one that waits before it', () => {
    const outbox = outboxOf(stamped('1', 'archive'), stamped('2', 'markRead'));
    const plan = { error: 'notRunning', now: NOON, random: 0.5 } as const;
    expect(readyEntries(markWaiting(outbox, '1', plan), NOON)).toStrictEqual([]);
  });

  it('goes on past one that failed for good', () => {
    const outbox = outboxOf(stamped('1', 'archive'), stamped('2', 'markRead'));
    const ready = readyEntries(markFailed(outbox, '1', 'readOnly'), NOON);
    expect(ids({ entries: ready })).toStrictEqual(['2']);
  });

  it('has nothing to try when all has failed', () => {
    const outbox = markFailed(outboxOf(stamped('1', 'archive')), '1', 'readOnly');
    expect(nextAttemptAt(outbox)).toBeUndefined();
    expect(nextAttemptAt(EMPTY_OUTBOX)).toBeUndefined();
  });

  it('hurries only whom it is told to', () => {
    const entries = [
      anEntry({ id: '1', notBefore: NOON }),
      anEntry({ id: '2', notBefore: NOON }),
      anEntry({ id: '3', state: 'failed', error: 'refused' }),
    ];
    const hurried = hurry({ entries, done: [] }, ({ id }) => id !== '2');
    expect(hurried.entries).toMatchObject([
      { notBefore: 0 },
      { notBefore: NOON },
      { state: 'queued' },
    ]);
  });

  it('is the same object when there is nothing to hurry', () => {
    const outbox = outboxOf(stamped('1', 'archive'));
    expect(hurry(outbox, () => true)).toBe(outbox);
  });
});

/** How long the next attempt waits, ms. */
function wait(attempts: number, random: number, retryAfterMs?: number): number {
  const outbox = { entries: [anEntry({ attempts })], done: [] };
  const plan = { error: 'serverTrouble', now: NOON, random, retryAfterMs } as const;
  return (nextAttemptAt(markWaiting(outbox, 'click', plan)) ?? 0) - NOON;
}

describe('trying again', () => {
  it.each([
    [0, 2 * SECOND],
    [1, 4 * SECOND],
    [4, 32 * SECOND],
    [9, 5 * MINUTE],
    [2000, 5 * MINUTE],
  ])('after %d attempts waits %d ms', (attempts, ms) => {
    expect(wait(attempts, 0.5)).toBe(ms);
  });

  it('keeps within bounds, never sooner than asked', () => {
    const asked = fc.option(fc.nat(10 * MINUTE), { nil: undefined });
    fc.assert(
      fc.property(
        fc.nat(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        asked,
        (tried, random, ms) => {
          const waited = wait(tried, random, ms);
          expect(waited).toBeGreaterThanOrEqual(Math.min(ms ?? 0, 5 * MINUTE));
          expect(waited).toBeGreaterThanOrEqual(1.5 * SECOND);
          expect(waited).toBeLessThanOrEqual(5 * MINUTE);
        },
      ),
    );
  });
});

describe('a chat as the person asked for it', () => {
  it('has all that is under way, in order, and nothing that failed', () => {
    const entries = [
      anEntry({ id: '1', intent: { kind: 'markUnread' } }),
      anEntry({ id: '2', intent: { kind: 'archive' }, state: 'failed' }),
      anEntry({ id: '3', chatID: '!bo', intent: { kind: 'archive' } }),
    ];
    expect(project(INBOX, entries)).toStrictEqual({ ...INBOX, isMarkedUnread: true });
  });
});
