import { describe, expect, it } from 'vitest';

import { DAY, HOUR } from '@/lib/base/time';
import type { Intent } from '@/lib/model/actions/intent';
import { NOON } from '../../../helpers/clock';
import { type Desk, openDesk } from '../../../helpers/desk';
import { stoppedEverywhere } from '../../../helpers/kills';
import { addKnownChat } from '../../../helpers/story';

const AT = NOON + 5 * HOUR;

function remind(at: number): Intent {
  return { kind: 'remind', at, dismissOnIncoming: false };
}

async function ring(desk: Desk, title = 'Ada') {
  const chat = await addKnownChat(desk, { title, unreadCount: 1 });
  await desk.act(chat.id, remind(AT));
  desk.clock.set(AT);
  await desk.happen(({ alarm }) => alarm('reminders'));
  return chat;
}

async function said(desk: Desk): Promise<string[]> {
  return (await desk.notifications()).map(({ title }) => title);
}

describe('the notification of a reminder', () => {
  it.each<Intent>([
    { kind: 'archive' },
    { kind: 'markRead' },
    { kind: 'clearReminder' },
    remind(AT + HOUR),
  ])('goes once the person has turned to the chat: %j', async (intent) => {
    const desk = await openDesk({ chats: 0 });
    const { id } = await ring(desk);
    await desk.beeper.fault('down');
    expect(await said(desk)).toStrictEqual(['Ada']);
    await desk.act(id, intent);
    expect(await said(desk)).toStrictEqual([]);
  });

  it('goes once the chat is opened in Beeper from the popup', async () => {
    const desk = await openDesk({ chats: 0 });
    const { id } = await ring(desk);
    await desk.ask('openChat', { chatID: id });
    expect(await said(desk)).toStrictEqual([]);
  });

  it('stays over whatever else is done, also to the chat, and however long it takes', async () => {
    const desk = await openDesk({ chats: 0 });
    const { id } = await ring(desk);
    const other = await addKnownChat(desk, { title: 'Bo', unreadCount: 1 });
    await desk.act(other.id, { kind: 'archive' });
    await desk.act(id, { kind: 'mute' });
    await desk.restart();
    for (let days = 0; days < 9; days += 1) {
      desk.clock.advance(DAY);
      await desk.poll();
    }
    expect(await said(desk)).toStrictEqual(['Ada']);
  });

  it('goes wherever the worker is stopped', { timeout: 60_000 }, async () => {
    const seen = await stoppedEverywhere(
      {
        chats: 0,
        prepare: async (desk) => {
          await ring(desk);
        },
        play: (desk) => desk.act(chatIn(desk), { kind: 'archive' }, 'archive'),
        afterwards: (desk) => desk.poll(),
      },
      async (desk) => ({
        bell: (await desk.reminder(chatIn(desk)))?.bell,
        shown: await said(desk),
      }),
    );
    const attended = [...seen].filter(([, { bell }]) => bell === 'done');
    expect(attended.length).toBeGreaterThan(2);
    expect(attended.filter(([, { shown }]) => shown.length > 0)).toStrictEqual([]);
  });
});

function chatIn({ beeper }: Desk): string {
  return [...beeper.chats.keys()][0] ?? '';
}

describe('the notification of many reminders', () => {
  it('goes with the last of them', async () => {
    const desk = await openDesk({ chats: 0 });
    const ids: string[] = [];
    for (const title of ['Ada', 'Bo', 'Cy', 'Dee']) {
      ids.push((await addKnownChat(desk, { title })).id);
    }
    for (const id of ids) await desk.act(id, remind(desk.clock.now() + HOUR / 2));
    await desk.ask('setQuiet', { wish: 'hour' });
    desk.clock.advance(2 * HOUR);
    await desk.happen(({ alarm }) => alarm('quiet'));
    expect(await said(desk)).toStrictEqual(['4 reminders']);
    for (const id of ids.slice(1)) await desk.act(id, { kind: 'clearReminder' });
    expect(await said(desk)).toStrictEqual(['4 reminders']);
    await desk.act(ids[0] ?? '', { kind: 'archive' });
    expect(await said(desk)).toStrictEqual([]);
  });
});
