import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

import { DAY, SECOND } from '@/lib/base/time';
import { loadChats } from '@/lib/storage/chats';
import { type Desk, openDesk } from '../../../helpers/desk';

const SECRET = 'please forget my PIN 0000';

/** A chat whose last message is known here. */
async function told(desk: Desk) {
  const chat = desk.beeper.addChat({ title: 'Ada', type: 'single' });
  desk.beeper.receive(chat.id, { text: 'first stays' });
  desk.clock.advance(30 * SECOND);
  const message = desk.beeper.receive(chat.id, { text: SECRET });
  await desk.poll();
  expect((await desk.chats()).get(chat.id)?.preview?.text).toBe(SECRET);
  return { chat, message };
}

/** Everything that is stored. */
async function stored(): Promise<string> {
  const items = await fakeBrowser.storage.local.get(null);
  return JSON.stringify([items, ...(await loadChats()).values()]);
}

describe('a message that was deleted', () => {
  it.each(['while Beeper was away', 'while nobody told of it'])('%s is gone', async (how) => {
    const desk = await openDesk({ chats: 3 });
    const { chat, message } = await told(desk);
    if (how.includes('away')) {
      await desk.beeper.fault('down');
      await desk.poll();
    }
    desk.beeper.deleteElsewhere(chat.id, message.id);
    await desk.beeper.heal();
    await desk.poll();
    expect((await desk.chats()).get(chat.id)?.preview).toMatchObject({ text: '', kind: 'DELETED' });
    expect(await stored()).not.toContain('PIN');
  });

  it('by a server that leaves nothing of it gives its place to the one before', async () => {
    const desk = await openDesk({ chats: 3 });
    const { chat, message } = await told(desk);
    const messages = desk.beeper.world.messages(chat);
    messages.splice(messages.indexOf(message), 1);
    await desk.poll();
    expect((await desk.chats()).get(chat.id)?.preview?.text).toBe('first stays');
    expect(await stored()).not.toContain('PIN');
  });
});

it('a message stamped a day ahead does not hide those that come after it', async () => {
  const desk = await openDesk({ chats: 3 });
  const { chat } = await told(desk);
  const ahead = desk.beeper.receive(chat.id, { text: 'From tomorrow' });
  ahead.timestamp += DAY;
  await desk.poll();
  desk.beeper.receive(chat.id, { text: 'From today' });
  await desk.poll();
  expect((await desk.chats()).get(chat.id)?.preview?.text).toBe('From today');
});
