import { describe, expect, it } from 'vitest';

import type { MessagePage } from '@/lib/model/messages/conversation';
import { type Age, AGES } from '../../../beeper/age';
import { findChat } from '../../../beeper/support';
import { openDesk, type Desk } from '../../../helpers/desk';

function peek({ companion }: Desk, chatID: string, cursor?: string): Promise<MessagePage> {
  return companion.handlers.peek({ chatID, ...(cursor && { cursor }) });
}

/** The whole chat, page by page, as it is shown. */
async function whole(desk: Desk, chatID: string): Promise<{ ids: string[]; pages: number }> {
  const ids: string[] = [];
  let cursor: string | undefined;
  for (let pages = 1; ; pages += 1) {
    const { messages, older } = await peek(desk, chatID, cursor);
    ids.unshift(...messages.map(({ id }) => id));
    if (!older) return { ids, pages };
    cursor = older;
  }
}

describe.each<Age>(AGES)('a peek with Beeper %s', (age) => {
  it('shows every message once, oldest first, and reads none', async () => {
    const desk = await openDesk({ age });
    const chat = findChat(
      desk.beeper,
      ({ history, unreadCount }) => history > 45 && unreadCount > 0,
    );
    const before = chat.unreadCount;
    desk.beeper.clearRequests();
    const { ids, pages } = await whole(desk, chat.id);
    expect(ids).toStrictEqual(desk.beeper.messages(chat.id).map(({ id }) => id));
    expect(pages).toBeGreaterThan(2);
    expect(desk.beeper.requests.every(({ method }) => method === 'GET')).toBe(true);
    expect(chat.unreadCount).toBe(before);
  });

  it('details tell who is there, and how many more', async () => {
    const desk = await openDesk({ age });
    const { id } = findChat(desk.beeper, ({ title }) => title === 'Lisbon marathon');
    const details = await desk.companion.handlers.details({ chatID: id });
    expect(details).toMatchObject({ title: 'Lisbon marathon', network: 'Telegram' });
    expect([details.people.length, details.peopleCount]).toStrictEqual([100, 241]);
    expect(details.account).toBe('Robin Maple');
    expect(details.people.some(({ roles }) => roles.includes('admin'))).toBe(age === 'current');
  });
});

describe('a peek', () => {
  it.each([
    ['an id', (id: string) => id],
    ['a handle', () => 'g2a'],
  ])(
    'knows senders by the people of the chat where messages name no more than %s',
    async (_what, nameOf) => {
      const desk = await openDesk();
      const chat = findChat(desk.beeper, ({ title }) => title === 'Family');
      const [person] = chat.participants;
      desk.beeper.world.append(chat, {
        senderID: person?.id ?? '',
        senderName: nameOf(person?.id ?? ''),
        isSender: false,
        timestamp: desk.clock.now(),
        type: 'TEXT',
        html: 'It is me',
      });
      const { messages } = await peek(desk, chat.id);
      expect(messages.at(-1)).toMatchObject({ text: 'It is me', sender: person?.fullName });
    },
  );

  it.each(['peek', 'details'] as const)(
    'that fails says why and stores no trouble: %s',
    async (name) => {
      const desk = await openDesk({ chats: 3 });
      const [chatID = ''] = desk.beeper.chats.keys();
      await desk.beeper.fault('500');
      await expect(desk.companion.handlers[name]({ chatID })).rejects.toThrow('serverTrouble');
      expect((await desk.status()).trouble).toBeUndefined();
      await desk.ask('disconnect', null);
      await expect(desk.companion.handlers[name]({ chatID })).rejects.toThrow('notConnected');
    },
  );
});
