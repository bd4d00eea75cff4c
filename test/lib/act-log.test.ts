import { describe, expect, it } from 'vitest';

import { fateOf, newAct, undoingAct, unstored, withActs } from '../../lib/act-log';
import { EMPTY_OUTBOX, type Outbox } from '../../lib/outbox';
import { aChat, anEntry, aReminder } from '../helpers/builders';

const CHAT = aChat({ id: 'c', box: 'low-priority' });

function entries(...list: Parameters<typeof anEntry>[0][]): Outbox {
  return { entries: list.map((entry) => anEntry(entry)), done: [] };
}

describe('an act', () => {
  it('is taken back to where the chat was', () => {
    expect(newAct('1', CHAT, { kind: 'archive' }, {}).undo).toStrictEqual({
      kind: 'unarchive',
      to: 'low-priority',
    });
  });

  it('on a reminder is taken back to the one before, and to none where that has rung', () => {
    const before = aReminder({ chatID: 'c', at: 5000, dismissOnIncoming: true });
    const undo = (bell: 'set' | 'rung') =>
      newAct('1', CHAT, { kind: 'clearReminder' }, { c: { ...before, bell } }).undo;
    expect(undo('set')).toStrictEqual({ kind: 'remind', at: 5000, dismissOnIncoming: true });
    expect(undo('rung')).toStrictEqual({ kind: 'clearReminder' });
  });

  it('on a reminder is taken back to the time of day it had', () => {
    const before = aReminder({ chatID: 'c', at: 5000, wall: '2026-05-20T14:00' });
    const { undo } = newAct('1', CHAT, { kind: 'clearReminder' }, { c: before });
    expect(undo).toMatchObject({ at: 5000, wall: '2026-05-20T14:00' });
  });

  it('that takes another back is not offered to be taken back', () => {
    const act = newAct('1', CHAT, { kind: 'archive' }, {});
    expect(undoingAct('2', act)).toMatchObject({ isUndo: true, stamped: { id: '2', chatID: 'c' } });
  });
});

describe('acts the worker has not stored', () => {
  const act = newAct('1', CHAT, { kind: 'archive' }, {});

  it('are drawn as if it had', () => {
    expect(withActs(EMPTY_OUTBOX, [act]).entries).toMatchObject([{ id: '1', state: 'queued' }]);
  });

  it('are none once the outbox has them or is done with them', () => {
    expect(unstored([act], entries({ id: '1', chatID: 'c' }))).toStrictEqual([]);
    expect(unstored([act], { entries: [], done: ['1'] })).toStrictEqual([]);
  });
});

describe('what became of an act', () => {
  const act = newAct('1', CHAT, { kind: 'remind', at: 9000, dismissOnIncoming: false }, {});
  const here = { c: aReminder({ chatID: 'c', kept: 'here' }) };

  it.each([
    ['fine', entries({ id: '1' }), {}],
    ['waiting', entries({ id: '1', error: 'notRunning' }), {}],
    ['failed', entries({ id: '1', error: 'refused', state: 'failed' }), {}],
    ['keptHere', { entries: [], done: ['1'] }, here],
    ['fine', { entries: [], done: ['1'] }, {}],
  ] as const)('is %s', (state, outbox, reminders) => {
    expect(fateOf(act, outbox, reminders).state).toBe(state);
  });
});
