import { describe, expect, it } from 'vitest';

import { newAct, type Step, unstored, withActs } from '@/lib/model/actions/action-log';
import type { Intent } from '@/lib/model/actions/intent';
import { EMPTY_OUTBOX, type Outbox } from '@/lib/model/actions/outbox';
import type { Reminders } from '@/lib/model/reminders/reminder';
import { aChat, anEntry, aReminder } from '../../../helpers/builders';

const CHAT = aChat({ id: 'c', box: 'low-priority' });

function stepOf(intent: Intent, reminders: Reminders = {}): Step {
  const [step] = newAct('1', [{ chat: CHAT, intent }], reminders).steps;
  if (!step) throw new Error('An act has a step for each chat.');
  return step;
}

function entries(...list: Parameters<typeof anEntry>[0][]): Outbox {
  return { entries: list.map((entry) => anEntry(entry)), done: [] };
}

describe('an act', () => {
  it('is taken back to where the chat was', () => {
    expect(stepOf({ kind: 'archive' }).undo).toStrictEqual({
      kind: 'unarchive',
      to: 'low-priority',
    });
  });

  it('on a reminder is taken back to the one before, which is not set again where it has rung', () => {
    const before = aReminder({ chatID: 'c', at: 5000, dismissOnIncoming: true });
    const undo = (bell: 'set' | 'rung' | 'done') =>
      stepOf({ kind: 'clearReminder' }, { c: { ...before, bell } }).undo;
    expect(undo('set')).toStrictEqual({ kind: 'remind', at: 5000, dismissOnIncoming: true });
    expect(undo('rung')).toStrictEqual({ kind: 'clearReminder', heldAt: 5000 });
    expect(undo('done')).toStrictEqual({ kind: 'clearReminder' });
  });

  it('on a reminder is taken back to the time of day it had', () => {
    const before = aReminder({ chatID: 'c', at: 5000, wall: '2026-05-20T14:00' });
    const { undo } = stepOf({ kind: 'clearReminder' }, { c: before });
    expect(undo).toMatchObject({ at: 5000, wall: '2026-05-20T14:00' });
  });
});

describe('acts the worker has not stored', () => {
  const act = newAct('1', [{ chat: CHAT, intent: { kind: 'archive' } }], {});

  it('are drawn as if it had', () => {
    expect(withActs({ outbox: EMPTY_OUTBOX }, [act]).outbox.entries).toMatchObject([
      { id: '1:0', state: 'queued' },
    ]);
  });

  it('are none once the outbox has them or is done with them', () => {
    expect(unstored([act], entries({ id: '1:0', chatID: 'c' }))).toStrictEqual([]);
    expect(unstored([act], { entries: [], done: ['1:0'] })).toStrictEqual([]);
  });
});
