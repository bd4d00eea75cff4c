import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, it, onTestFinished } from 'vitest';

import { eventually } from '../../../browsers/eventually';
import { inboxChat, type LiveDesk, openLive } from '../../../helpers/live-desk';

/** Somebody talks all the time, in a chat that does not count; the clock goes on with it. */
function talk({ beeper, clock }: LiveDesk, everyMs: number): void {
  const group = beeper.addChat({ title: 'Chatter', type: 'group', isMuted: true });
  const over = new AbortController();
  onTestFinished(() => over.abort());
  const goOn = async () => {
    for (let said = 0; !over.signal.aborted; said += 1) {
      await pause(everyMs);
      clock.advance(everyMs);
      beeper.receive(group.id, { text: `Message ${said}` });
    }
  };
  void goOn();
}

describe('two changes of a chat close together, of which one is told', () => {
  it('are both seen without a poll', async () => {
    const desk = await openLive();
    const chat = inboxChat(desk);
    desk.beeper.receive(chat.id, { text: 'Are you there?' });
    await eventually(() => desk.beeper.requests.filter(({ status }) => status === 200).length >= 1);
    desk.beeper.socket.lose(10);
    desk.beeper.readElsewhere(chat.id);
    await desk.badgeIsRight();
    const { requests } = desk.beeper;
    expect(requests.every(({ params }) => params['chatID'] === chat.id)).toBe(true);
    expect(requests.length).toBeLessThanOrEqual(3);
  });
});

function isLook({ route }: { route?: string }): boolean {
  return route === 'GET /v1/chats/:chatID';
}

it('a chat that was told of and cannot be asked after stays as it is', async () => {
  const desk = await openLive();
  const chat = inboxChat(desk);
  const before = await desk.badge();
  await desk.beeper.fault('422', { when: isLook });
  desk.beeper.receive(chat.id, { text: 'Are you there?' });
  const looks = () => desk.beeper.requests.filter(isLook).length;
  await eventually(() => looks() >= 2);
  expect((await desk.chats()).get(chat.id)?.unreadCount).toBeGreaterThan(0);
  expect(await desk.badge()).toBe(before);
});

describe('many chats read elsewhere', () => {
  it.each([300, 1500])('leave the number while somebody talks every %d ms', async (everyMs) => {
    const desk = await openLive({ chats: 400 });
    await eventually(async () => (await desk.chats()).size >= 400);
    talk(desk, everyMs);
    const unread = [...desk.beeper.chats.values()].filter(
      (chat) => chat.unreadCount > 0 && !chat.isArchived && !chat.isMuted && !chat.isLowPriority,
    );
    for (const { id } of unread.slice(-10)) desk.beeper.readElsewhere(id);
    await desk.badgeIsRight();
  });
});
