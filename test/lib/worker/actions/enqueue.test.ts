import { describe, expect, it } from 'vitest';

import { MINUTE } from '@/lib/base/time';
import type { Intent, PendingIntent } from '@/lib/model/actions/intent';
import { undoingAct } from '@/lib/model/actions/undo';
import { ITEMS } from '@/lib/storage/items';
import { loadItem } from '@/lib/storage/local';
import { openDesk } from '../../../helpers/desk';
import { allNotifications } from '../../../helpers/fake-browser';

async function openWithTwo() {
  const desk = await openDesk({ chats: 0 });
  const chats = ['Ada', 'Bo'].map((title) => desk.beeper.addChat({ title, unreadCount: 1 }));
  await desk.poll();
  const intents = chats.map(({ id }, index): PendingIntent => ({
    id: `all:${index}`,
    chatID: id,
    intent: { kind: 'archive' },
  }));
  return { desk, chats, intents };
}

async function titles(): Promise<string[][]> {
  const history = await loadItem(ITEMS.history);
  return history.map(({ steps }) => steps.map(({ title }) => title));
}

describe('an act that is taken in', () => {
  it('is noted with the way back in the same change, and outlives the worker', async () => {
    const { desk, chats, intents } = await openWithTwo();
    await desk.ask('act', { intents });
    await desk.restart();
    const [act] = await loadItem(ITEMS.history);
    expect(act?.at).toBe(desk.clock.now());
    expect(act?.steps.map(({ stamped, undo }) => [stamped.id, undo])).toStrictEqual([
      ['all:0', { kind: 'unarchive', to: 'primary' }],
      ['all:1', { kind: 'unarchive', to: 'primary' }],
    ]);
    expect(chats.every(({ isArchived }) => isArchived)).toBe(true);
  });

  it('is noted once, however often it is asked for, and not again once it is taken back', async () => {
    const { desk, intents } = await openWithTwo();
    await desk.ask('act', { intents });
    await desk.ask('act', { intents });
    expect(await titles()).toStrictEqual([['Ada', 'Bo']]);

    const undone = intents.slice(0, 1).map((one) => ({
      ...one,
      id: 'back:0',
      intent: { kind: 'unarchive' } as const,
    }));
    await desk.ask('act', { intents: undone, undoes: 'all:0' });
    await desk.ask('act', { intents });
    expect(await titles()).toStrictEqual([]);
  });

  it('is taken back also where nothing is left to do for it', async () => {
    const { desk, intents } = await openWithTwo();
    await desk.ask('act', { intents });
    await desk.ask('act', { intents: [], undoes: 'all:0' });
    expect(await titles()).toStrictEqual([]);
  });

  it('on a notification can be taken back in the popup', async () => {
    const { desk, chats } = await openWithTwo();
    const at = desk.clock.now() + MINUTE;
    await desk.act(chats[0]?.id ?? '', { kind: 'remind', at, dismissOnIncoming: false });
    desk.clock.advance(MINUTE);
    await desk.happen(({ alarm }) => alarm('reminders'));
    const [shown] = await desk.notifications();
    await desk.happen(({ notificationButton }) => notificationButton(shown?.id ?? '', 1));
    expect(await titles()).toStrictEqual([['Ada'], ['Ada']]);
  });
});

describe('a reminder that has rung', () => {
  const ACTS: Intent[] = [{ kind: 'archive' }, { kind: 'markRead' }, { kind: 'clearReminder' }];

  it.each(ACTS)('is there again, and silent, when $kind is taken back', async (intent) => {
    const { desk, chats } = await openWithTwo();
    const id = chats[0]?.id ?? '';
    const at = desk.clock.now() + MINUTE;
    await desk.act(id, { kind: 'remind', at, dismissOnIncoming: false });
    desk.clock.advance(MINUTE);
    await desk.happen(({ alarm }) => alarm('reminders'));
    expect(await desk.reminder(id)).toMatchObject({ at, bell: 'rung' });
    const rung = allNotifications().length;

    await desk.act(id, intent, 'done:0');
    expect(await desk.reminder(id)).toMatchObject({ bell: 'done' });
    await desk.restart();
    const [outbox, reminders, history] = await Promise.all([
      loadItem(ITEMS.outbox),
      loadItem(ITEMS.reminders),
      loadItem(ITEMS.history),
    ]);
    const now = { chats: await desk.chats(), outbox, reminders };
    const last = history.at(-1) ?? { steps: [] };
    const intents = undoingAct('back', last, now).act.steps.map(({ stamped }) => stamped);
    await desk.ask('act', { intents, undoes: 'done:0' });

    await desk.restart();
    await desk.happen(({ alarm }) => alarm('reminders'));
    await desk.poll();
    expect(await desk.reminder(id)).toMatchObject({ at, bell: 'rung' });
    expect(await desk.outbox()).toStrictEqual([]);
    expect(allNotifications()).toHaveLength(rung);
  });

  it('stays closed where nothing was left to take back', async () => {
    const { desk, chats } = await openWithTwo();
    const id = chats[0]?.id ?? '';
    await desk.act(id, { kind: 'remind', at: desk.clock.now() + MINUTE, dismissOnIncoming: false });
    desk.clock.advance(MINUTE);
    await desk.happen(({ alarm }) => alarm('reminders'));
    await desk.act(id, { kind: 'archive' }, 'done:0');
    await desk.ask('act', { intents: [], undoes: 'done:0' });
    expect(await desk.reminder(id)).toMatchObject({ bell: 'done' });
  });
});
