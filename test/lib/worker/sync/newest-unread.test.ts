import { describe, expect, it } from 'vitest';

import { MINUTE } from '@/lib/base/time';
import { type Desk, openDesk } from '../../../helpers/desk';
import { withoutArchive } from '../../../helpers/reach';
import { addKnownChat } from '../../../helpers/story';

function archiveNewest(desk: Desk): Promise<void> {
  return desk.happen(({ places }) => places.command('archive-newest'));
}

async function said(desk: Desk): Promise<string[]> {
  return (await desk.notifications()).map(({ title }) => title);
}

describe('the key for the newest unread chat', () => {
  it('archives no read chat that is at hand because its reply did not arrive', async () => {
    const desk = await openDesk({ chats: 0 });
    const unread = await addKnownChat(desk, { title: 'Unread', unreadCount: 1 });
    desk.clock.advance(MINUTE);
    const { id: chatID } = await addKnownChat(desk, { title: 'Lost' });
    await desk.beeper.fault('422', { when: ({ path }) => path.endsWith('/messages') });
    const at = desk.clock.now();
    await desk.ask('sendReply', { id: 'reply', chatID, text: 'Hello', at, from: '' });
    expect((await desk.chats()).get(chatID)?.lost).toBeDefined();
    await archiveNewest(desk);
    expect(unread.isArchived).toBe(true);
    desk.clock.advance(MINUTE);
    await archiveNewest(desk);
    expect(desk.beeper.chat(chatID).isArchived).toBe(false);
    expect(await said(desk)).toStrictEqual(['Archived Unread', 'Nothing unread. Nice.']);
  });

  it('says why, where a token that may only read archives nothing of what is unread', async () => {
    const desk = await openDesk({ chats: 0 });
    await addKnownChat(desk, { unreadCount: 1 });
    const { url, readOnlyToken } = desk.beeper;
    await desk.ask('connect', { baseUrl: url, token: readOnlyToken });
    await archiveNewest(desk);
    expect(await said(desk)).toStrictEqual(['This token may only read']);
  });

  it('says why, where the network of an unread chat has no archive', async () => {
    const desk = await openDesk({ chats: 0, fetch: withoutArchive });
    await addKnownChat(desk, { unreadCount: 1 });
    await archiveNewest(desk);
    expect(await said(desk)).toStrictEqual(['Beeper refused']);
  });
});

it('marking all as read says so, where this Beeper is too old for it', async () => {
  const desk = await openDesk({ chats: 0, age: 'v4.1.300' });
  await addKnownChat(desk, { unreadCount: 1 });
  await desk.happen(({ places }) => places.menuClicked('readAll', {}));
  expect(await said(desk)).toStrictEqual(['This Beeper is too old']);
});
