import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { MINUTE } from '@/lib/base/time';
import { type Desk, type DeskOptions, openDesk } from '../../../helpers/desk';
import { allNotifications } from '../../../helpers/fake-browser';
import { stoppedEverywhere } from '../../../helpers/kills';
import { withoutArchive } from '../../../helpers/reach';
import { addKnownChat, theyHaveWaited } from '../../../helpers/story';

afterEach(() => vi.restoreAllMocks());

const STAYS = {
  title: 'Could not archive Ada',
  message: 'A pinned chat stays in the inbox\nUnpin the chat, then archive it.',
};

/** Somebody whose newest unread chat is pinned, and a Beeper that archives no such chat. */
async function openPinned() {
  const desk = await openDesk({ chats: 3, switches: { pinnedArchiving: 'refused' } });
  const chat = await addKnownChat(desk, { unreadCount: 1, isPinned: true });
  return { desk, chat };
}

function archiveNewest(desk: Desk): Promise<void> {
  return desk.happen(({ places }) => places.command('archive-newest'));
}

async function pressOn(desk: Desk, kind: string, button: number): Promise<void> {
  const [shown] = await said(desk, kind);
  await desk.happen(({ notificationButton }) => notificationButton(shown?.id ?? '', button));
}

async function said(desk: Desk, kind = '') {
  return (await desk.notifications()).filter(({ id }) => id.startsWith(kind));
}

describe('what was done in a place of the browser’s own and is refused', () => {
  it('says so in place of having been done, and why', async () => {
    const { desk } = await openPinned();
    await archiveNewest(desk);
    expect(await said(desk)).toMatchObject([STAYS]);
    await desk.poll();
    await desk.restart();
    expect(allNotifications()).toHaveLength(2);
  });

  it('says so once, wherever the worker is stopped in between', { timeout: 60_000 }, async () => {
    const seen = await stoppedEverywhere(
      {
        chats: 0,
        switches: { pinnedArchiving: 'refused' },
        prepare: async (desk) => {
          await addKnownChat(desk, { unreadCount: 1, isPinned: true });
        },
        play: archiveNewest,
        afterwards: (desk) => desk.poll(),
      },
      async (desk) => {
        const told = allNotifications().filter((id) => id.startsWith('failure')).length;
        return { left: (await desk.outbox()).length, told, shown: await said(desk) };
      },
    );
    // Before it was stored, nothing was done at all.
    const done = [...seen].filter(([, { left }]) => left > 0);
    expect(done.length).toBeGreaterThan(5);
    const once = { told: 1, shown: [STAYS] };
    expect(done).toMatchObject(done.map(([stopped]) => [stopped, once]));
  });

  it('is tried again by its button, and told of again', async () => {
    const { desk, chat } = await openPinned();
    await archiveNewest(desk);
    await pressOn(desk, 'failure', 0);
    expect(await said(desk)).toMatchObject([STAYS]);
    expect(allNotifications()).toHaveLength(3);
    chat.isPinned = false;
    await desk.poll();
    await pressOn(desk, 'failure', 0);
    expect(chat.isArchived).toBe(true);
    expect(await said(desk)).toStrictEqual([]);
  });

  it('goes once it is given up in the popup', async () => {
    const { desk } = await openPinned();
    await archiveNewest(desk);
    const ids = (await desk.outbox()).map(({ id }) => id);
    await desk.ask('dismiss', { ids });
    expect(await said(desk)).toStrictEqual([]);
  });

  it('leads to the popup by a click', async () => {
    const { desk } = await openPinned();
    const opened = vi.spyOn(fakeBrowser.tabs, 'create');
    await archiveNewest(desk);
    const [shown] = await said(desk);
    await desk.happen(({ notificationClicked }) => notificationClicked(shown?.id ?? ''));
    expect(JSON.stringify(opened.mock.calls)).toContain('popup.html');
    expect(await said(desk)).toStrictEqual([]);
  });

  it('says of a token that may only read where that is mended', async () => {
    // Too old to say beforehand what the token may do.
    const desk = await openDesk({ chats: 0, age: 'v4.1.300', switches: { writeRefusal: 401 } });
    await addKnownChat(desk, { unreadCount: 1 });
    const { url, readOnlyToken } = desk.beeper;
    await desk.ask('connect', { baseUrl: url, token: readOnlyToken });
    const options = vi.spyOn(fakeBrowser.runtime, 'openOptionsPage').mockResolvedValue();
    await archiveNewest(desk);
    const [shown, ...others] = await said(desk);
    expect(others).toStrictEqual([]);
    expect(shown?.title).toBe('Could not archive Ada');
    expect(shown?.message).toContain('This token may only read');
    await pressOn(desk, 'failure', 0);
    expect(options).toHaveBeenCalledOnce();
  });

  it('of many chats says how many, and takes back the others', async () => {
    const desk = await openDesk({ chats: 0 });
    for (const title of ['Ada', 'Bo']) await addKnownChat(desk, { title, unreadCount: 1 });
    const { id } = await addKnownChat(desk, { title: 'Cy', unreadCount: 1 });
    const ofOne = ({ path }: { path: string }) => decodeURIComponent(path).includes(`${id}/read`);
    await desk.beeper.fault('422', { when: ofOne });
    await desk.happen(({ places }) => places.menuClicked('readAll', {}));
    expect((await said(desk)).map(({ title }) => title)).toStrictEqual([
      '1 of 3 could not be marked as read',
    ]);
    expect(desk.beeper.unread()).toBe(1);
    await pressOn(desk, 'failure', 1);
    expect(desk.beeper.unread()).toBe(3);
    expect(await desk.outbox()).toStrictEqual([]);
    expect(await said(desk)).toStrictEqual([]);
  });

  it('is an undo as well', async () => {
    const desk = await openDesk({ chats: 0 });
    await addKnownChat(desk, { unreadCount: 1 });
    await archiveNewest(desk);
    await desk.beeper.fault('422', { when: ({ path }) => path.endsWith('/archive') });
    await pressOn(desk, 'done', 0);
    expect((await said(desk)).map(({ title }) => title)).toStrictEqual([
      'Could not move Ada to inbox',
    ]);
  });
});

describe('what is done in a page and is refused', () => {
  it('is said there and nowhere else', async () => {
    const { desk, chat } = await openPinned();
    await desk.act(chat.id, { kind: 'archive' });
    expect(await desk.outbox()).toMatchObject([{ error: 'pinned' }]);
    expect(await said(desk)).toStrictEqual([]);
  });
});

/** Somebody who is told of messages, and one that has come. */
async function openTold(options: DeskOptions = {}, overrides = {}) {
  const desk = await openDesk({ chats: 3, ...options });
  await desk.ask('saveSettings', { notify: { direct: true } });
  const chat = await addKnownChat(desk, overrides);
  desk.clock.advance(MINUTE);
  desk.beeper.receive(chat.id, { text: 'Are you there?' });
  await desk.poll();
  await theyHaveWaited(desk);
  return { desk, chat };
}

describe('a button of the notification of a message', () => {
  it('says when Beeper refuses what it does', async () => {
    const pinned = { switches: { pinnedArchiving: 'refused' } } as const;
    const { desk } = await openTold(pinned, { isPinned: true });
    await pressOn(desk, 'message', 0);
    expect(await said(desk)).toMatchObject([STAYS]);
  });

  it('is not there for what the network does not allow', async () => {
    const { desk, chat } = await openTold({ fetch: withoutArchive });
    expect(await buttons()).toStrictEqual([['Remind me in 1 hour']]);
    await desk.restart();
    await pressOn(desk, 'message', 0);
    expect(chat.reminder?.remindAt).toBeGreaterThan(desk.clock.now());
    expect(chat.isArchived).toBe(false);
  });

  it('does what is written on it, also when that has become impossible', async () => {
    const { desk, chat } = await openTold();
    expect(await buttons()).toStrictEqual([['Archive', 'Remind me in 1 hour']]);
    const { url, readOnlyToken } = desk.beeper;
    await desk.ask('connect', { baseUrl: url, token: readOnlyToken });
    await pressOn(desk, 'message', 0);
    expect(await desk.reminder(chat.id)).toBeUndefined();
    expect((await said(desk)).map(({ title }) => title)).toStrictEqual(['Could not archive Ada']);
  });
});

/** The words on the buttons of each notification on the screen. */
async function buttons(): Promise<string[][]> {
  const shown: Record<string, unknown> = await fakeBrowser.notifications.getAll();
  return Object.values(shown).map((one) =>
    (one as { buttons: { title: string }[] }).buttons.map(({ title }) => title),
  );
}
