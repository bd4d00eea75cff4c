import { describe, expect, it } from 'vitest';

import { newAct } from '@/lib/model/actions/action-log';
import type { Outbox } from '@/lib/model/actions/outbox';
import { outcomeOf } from '@/lib/model/actions/outcome';
import { aChat, anEntry, aReminder } from '../../../helpers/builders';

const INTENT = { kind: 'remind', at: 9000, dismissOnIncoming: false } as const;

describe('what became of a step', () => {
  const { steps } = newAct('1', [{ chat: aChat({ id: 'c' }), intent: INTENT }], {});
  const here = { c: aReminder({ chatID: 'c', kept: 'here' }) };

  it.each([
    ['fine', entries({ id: '1:0' }), {}],
    ['waiting', entries({ id: '1:0', error: 'notRunning' }), {}],
    ['failed', entries({ id: '1:0', error: 'refused', state: 'failed' }), {}],
    ['keptHere', { entries: [], done: ['1:0'] }, here],
    ['fine', { entries: [], done: ['1:0'] }, {}],
  ] as const)('is %s', (state, outbox, reminders) => {
    expect(steps.map((step) => outcomeOf(step, outbox, reminders).state)).toStrictEqual([state]);
  });
});

function entries(...list: Parameters<typeof anEntry>[0][]): Outbox {
  return { entries: list.map((entry) => anEntry(entry)), done: [] };
}
