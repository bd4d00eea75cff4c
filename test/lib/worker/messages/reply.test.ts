import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { MINUTE } from '@/lib/base/time';
import { draftOf } from '@/lib/model/messages/draft';
import { ITEMS } from '@/lib/storage/items';
import { loadItem } from '@/lib/storage/local';
import type { LoggedRequest } from '../../../beeper/http/request';
import { type Desk, openDesk } from '../../../helpers/desk';
import { stoppedEverywhere } from '../../../helpers/kills';
import { addKnownChat } from '../../../helpers/story';

const TITLE = 'The chat this is about';
const SEND = 'POST /v1/chats/:chatID/messages';

function chatOf({ beeper }: Desk) {
  const found = [...beeper.chats.values()].find(({ title }) => title === TITLE);
  if (!found) throw new Error('The chat was not made');
  return found;
}

function press(desk: Desk, text = 'On my way', id = 'press'): Promise<void> {
  const at = desk.clock.now();
  return desk.ask('sendReply', { id, chatID: chatOf(desk).id, text, at, from: '' });
}

function type(desk: Desk, text: string, from = ''): Promise<void> {
  const at = desk.clock.now();
  return desk.ask('saveDraft', { chatID: chatOf(desk).id, text, at, from, isLeft: true });
}

function sent({ beeper }: Desk): LoggedRequest[] {
  return beeper.writes().filter(({ route }) => route === SEND);
}

async function draft(desk: Desk) {
  return draftOf(await loadItem(ITEMS.drafts), chatOf(desk).id);
}

async function open(options: Parameters<typeof openDesk>[0] = {}): Promise<Desk> {
  const desk = await openDesk({ chats: 2, ...options });
  await addKnownChat(desk, { title: TITLE, unreadCount: 2 });
  desk.beeper.clearRequests();
  return desk;
}

const isSend = ({ route }: LoggedRequest) => route === SEND;

describe('a reply', { timeout: 60_000 }, () => {
  it('arrives once, shows as the last message, and takes its draft away everywhere', async () => {
    const desk = await open();
    await type(desk, 'On my');
    await press(desk);
    await press(desk);
    expect(sent(desk).map(({ body }) => body)).toStrictEqual([{ text: 'On my way' }]);
    const { id } = chatOf(desk);
    expect((await desk.chats()).get(id)?.preview).toMatchObject({ text: 'On my way', isOwn: true });
    expect([await draft(desk), chatOf(desk).draft]).toStrictEqual([undefined, null]);
  });

  it('of which the worker is stopped anywhere leaves at most once, and its text stays', async () => {
    const outcomes = await stoppedEverywhere(
      {
        chats: 2,
        prepare: async (desk) => {
          desk.beeper.addChat({ title: TITLE });
          await desk.poll();
        },
        play: (desk) => press(desk),
        afterwards: async (desk) => {
          await press(desk);
          desk.clock.advance(MINUTE);
          await desk.poll();
        },
      },
      async (desk) => ({ sent: sent(desk).length, kept: (await draft(desk))?.send?.state }),
    );
    const kinds = new Set([...outcomes.values()].map((outcome) => JSON.stringify(outcome)));
    expect(outcomes.size).toBeGreaterThan(8);
    expect([...kinds].toSorted()).toStrictEqual(['{"sent":0,"kept":"unsure"}', '{"sent":1}']);
  });

  it.each(['reset-in-body', '500', 'html-200'] as const)(
    'whose answer is lost (%s) is found in the chat, and not sent again',
    async (fault) => {
      const desk = await open();
      await desk.beeper.fault(fault, { isApplied: true, when: isSend });
      await press(desk);
      expect([sent(desk).length, await draft(desk)]).toStrictEqual([1, undefined]);
    },
  );

  it('that did not arrive stays unsure over polls, until it is pressed again', async () => {
    const desk = await open();
    await desk.beeper.fault('reset-in-body', { when: isSend, times: 1 });
    await press(desk);
    await desk.poll();
    expect((await draft(desk))?.send).toMatchObject({ state: 'unsure', text: 'On my way' });
    expect((await desk.chats()).get(chatOf(desk).id)?.lost).toBe('unsure');
    expect(sent(desk)).toHaveLength(1);
    await press(desk, 'On my way', 'again');
    expect([sent(desk).length, await draft(desk)]).toStrictEqual([2, undefined]);
  });

  it('while Beeper is away is kept, and does not go by itself when Beeper is back', async () => {
    const desk = await open();
    await desk.beeper.fault('down');
    await press(desk);
    expect((await draft(desk))?.send).toMatchObject({ state: 'failed', error: 'notRunning' });
    await desk.beeper.heal();
    await desk.poll();
    expect(sent(desk)).toStrictEqual([]);
    expect((await draft(desk))?.text).toBe('On my way');
  });
});

describe('a draft', () => {
  it.each([
    ['current', '<p>Well,<br>no</p>'],
    ['v4.2.600', null],
    ['v4.1.300', null],
  ] as const)('shows in Beeper %s as %j', async (age, shown) => {
    const desk = await open({ age });
    await type(desk, 'Well,\nno');
    await desk.poll();
    expect([chatOf(desk).draft, (await draft(desk))?.text]).toStrictEqual([shown, 'Well,\nno']);
    expect(desk.beeper.writes()).toHaveLength(shown ? 1 : 0);
  });

  it('goes on from the one in Beeper, and follows what is changed there', async () => {
    const desk = await open();
    desk.beeper.draftElsewhere(chatOf(desk).id, 'Well');
    await desk.poll();
    await type(desk, 'Well, no', 'Well');
    expect(chatOf(desk).draft).toBe('<p>Well, no</p>');
    desk.beeper.draftElsewhere(chatOf(desk).id, 'Well, yes');
    await desk.poll();
    expect((await draft(desk))?.text).toBe('Well, yes');
    desk.beeper.draftElsewhere(chatOf(desk).id, null);
    await desk.poll();
    expect(await draft(desk)).toBeUndefined();
  });

  it('never writes over what somebody writes in Beeper', async () => {
    const desk = await open();
    desk.beeper.draftElsewhere(chatOf(desk).id, 'Dear all');
    await type(desk, 'Well, no');
    await desk.poll();
    expect([chatOf(desk).draft, (await draft(desk))?.text]).toStrictEqual([
      '<p>Dear all</p>',
      'Well, no',
    ]);
  });
});

const kept = async () => (await fakeBrowser.storage.session.get('newChat')).newChat;

describe('a new chat', () => {
  const START = { accountID: 'signal', text: 'Hello', title: '' };
  const FORMS = [
    ['current', 'POST /v1/chats/start', { user: {} }],
    ['v4.2.600', 'POST /v1/chats', { mode: 'start', user: {} }],
    ['v4.1.300', 'POST /v1/chats', { type: 'single' }],
  ] as const;

  it('can be begun in an account that Beeper does not list, as chats are in it', async () => {
    const desk = await openDesk({ chats: 60 });
    const listed = desk.beeper.world.accounts.filter(({ isListed }) => isListed);
    const choices = await desk.companion.handlers.accounts(null);
    expect(listed.map(({ network }) => network)).not.toContain('iMessage');
    expect(choices.filter(({ network }) => network === 'iMessage')).toHaveLength(1);
    expect(new Set(choices.map(({ id }) => id)).size).toBe(listed.length + 1);
    expect(choices).toHaveLength(listed.length + 1);
  });

  it('that was begun is forgotten once it is there, and not before', async () => {
    const desk = await openDesk({ chats: 60 });
    const [person] = await desk.companion.handlers.contacts({
      accountID: 'signal',
      query: 'priya',
      where: 'known',
    });
    const people = [person?.id ?? ''];
    const begun = { accountID: 'signal', people: [], query: '', title: '', text: 'Hello' };
    await fakeBrowser.storage.session.set({ newChat: begun });
    await desk.beeper.fault('500', { when: ({ method }) => method === 'POST' });
    await expect(desk.ask('newChat', { ...START, id: 'one', people })).rejects.toThrow('unsure');
    expect(await kept()).toStrictEqual(begun);
    await desk.beeper.heal();
    await desk.ask('newChat', { ...START, id: 'two', people });
    expect(await kept()).toBeUndefined();
  });

  it.each(FORMS)('is begun in the way of %s: %s', async (age, route, form) => {
    const desk = await openDesk({ age, chats: 60 });
    const where = age === 'v4.1.300' ? 'network' : 'known';
    const [person] = await desk.companion.handlers.contacts({
      accountID: 'signal',
      query: 'priya',
      where,
    });
    desk.beeper.clearRequests();
    const people = [person?.id ?? ''];
    await desk.ask('newChat', { ...START, id: 'press', people });
    expect(desk.beeper.writes()).toMatchObject([{ route, body: form, status: 200 }]);
    expect(desk.beeper.requests.at(-1)).toMatchObject({ path: '/v1/focus' });
  });

  it('with several people is a group, known at once; asked for twice, it is not made twice', async () => {
    const desk = await openDesk({ chats: 60 });
    const contacts = await desk.companion.handlers.contacts({
      accountID: 'signal',
      query: '',
      where: 'known',
    });
    const people = contacts.slice(0, 2).map(({ id }) => id);
    const wanted = { ...START, id: 'press', people, title: 'Picnic' };
    const { chatID } = await desk.companion.handlers.newChat(wanted);
    expect((await desk.chats()).get(chatID)).toMatchObject({ title: 'Picnic', isGroup: true });
    await expect(desk.companion.handlers.newChat(wanted)).resolves.toMatchObject({ chatID });
    await desk.restart();
    await expect(desk.companion.handlers.newChat(wanted)).rejects.toMatchObject({ code: 'unsure' });
    expect(desk.beeper.writes()).toHaveLength(1);
  });
});
