import { describe, expect, it } from 'vitest';

import { DAY } from '@/lib/base/time';
import type { Intent } from '@/lib/model/actions/intent';
import { type Row, rowsOf } from '@/lib/model/chats/rows';
import { aChat, anEntry, aReminder } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';
import { aWorld, idsOf, type World } from '../../../helpers/world';

function rows(world: World): Row[] {
  return rowsOf(aWorld(world));
}

describe('the rows', () => {
  it('are the same ones for what did not change', () => {
    const [ada, bo, cy] = [aChat(), aChat({ id: '!bo' }), aChat({ id: '!cy' })];
    const reminder = aReminder({ chatID: '!cy' });
    const before = rows({ chats: [ada, bo, cy], reminders: [reminder] });
    const after = rows({
      chats: [{ ...ada }, bo, cy],
      entries: [anEntry({ chatID: '!bo', intent: { kind: 'markUnread' } })],
      reminders: [reminder],
    });
    expect(after.map((row, index) => row === before[index])).toStrictEqual([false, false, true]);
    expect(rows({ chats: [bo] })).toStrictEqual([{ chat: bo, isWaiting: false }]);
  });

  it('change with the reminder alone', () => {
    const chats = [aChat()];
    const [before] = rows({ chats, reminders: [aReminder()] });
    const [after] = rows({ chats, reminders: [aReminder({ bell: 'rung' })] });
    expect([before?.reminder?.bell, after?.reminder?.bell]).toStrictEqual(['set', 'rung']);
  });

  it('show a merged chat with its union', () => {
    const chats = [aChat(), aChat({ id: '!child', mergedInto: '!ada', unreadCount: 1 })];
    expect(idsOf(rows({ chats }))).toStrictEqual(['!ada']);
  });
});

describe('a row', () => {
  it('shows what the person asked for before Beeper knows', () => {
    const [row] = rows({ entries: [anEntry()] });
    expect(row).toMatchObject({ chat: { box: 'archive' }, isWaiting: false });
  });

  it('waits when Beeper could not be told yet', () => {
    const [row] = rows({ entries: [anEntry({ error: 'notRunning', attempts: 1 })] });
    expect(row).toMatchObject({ chat: { box: 'archive' }, isWaiting: true });
  });

  it('shows the old state again for what failed, and the failure', () => {
    const failed = anEntry({ state: 'failed', error: 'readOnly' });
    const [row] = rows({ entries: [failed] });
    expect(row).toMatchObject({ chat: { box: 'primary' }, isWaiting: false, failed });
  });

  it('has no reminder that the person has cleared, and one that only Beeper is to forget', () => {
    const world = (intent: Intent) => rows({ entries: [anEntry({ intent })], reminders: [rung] });
    const rung = aReminder({ bell: 'rung', kept: 'here' });
    const [cleared] = world({ kind: 'clearReminder' });
    const [kept] = world({ kind: 'clearReminder', heldAt: NOON + DAY });
    expect(cleared).not.toHaveProperty('reminder');
    expect(kept?.reminder).toStrictEqual(rung);
  });

  it('has nothing of other chats', () => {
    const other = { chatID: '!bo' };
    const [row] = rows({ entries: [anEntry(other)], reminders: [aReminder(other)] });
    expect(row).toStrictEqual({ chat: aChat(), isWaiting: false });
  });
});
