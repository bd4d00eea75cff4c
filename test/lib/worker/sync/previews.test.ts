import { describe, expect, it } from 'vitest';

import { SECOND } from '@/lib/base/time';
import { type Desk, openDesk } from '../../../helpers/desk';

/** Chats of which the full sync has told and no last message is known. */
async function bareChats(desk: Desk): Promise<string[]> {
  const chats = [...(await desk.chats()).values()];
  return chats.filter(({ preview }) => !preview).map(({ id }) => id);
}

describe('last messages that a page asks for', { timeout: 60_000 }, () => {
  it('are had for all of the chats', async () => {
    const desk = await openDesk({ chats: 60 });
    await desk.poll();
    const bare = await bareChats(desk);
    expect(bare.length).toBeGreaterThan(20);
    await desk.ask('preview', { chatIDs: bare });
    expect(await bareChats(desk)).toStrictEqual([]);
  });

  it('leave a Beeper alone that is asked too much, as long as it wants', async () => {
    const desk = await openDesk({ chats: 60 });
    await desk.poll();
    const [chatID = '', ...others] = await bareChats(desk);
    await desk.beeper.fault('429', { when: ({ path }) => path.endsWith('/messages') });
    await expect(desk.ask('preview', { chatIDs: [chatID] })).rejects.toThrow('rateLimited');
    const { trouble, pausedUntil = 0 } = await desk.status();
    expect(trouble).toBe('rateLimited');
    expect(pausedUntil).toBeGreaterThan(desk.clock.now());

    await desk.beeper.heal();
    desk.beeper.clearRequests();
    await expect(desk.ask('preview', { chatIDs: others })).rejects.toThrow('rateLimited');
    expect(desk.beeper.requests).toStrictEqual([]);

    desk.clock.advance(pausedUntil - desk.clock.now() + SECOND);
    await desk.poll();
    await desk.ask('preview', { chatIDs: [chatID] });
    expect(await bareChats(desk)).not.toContain(chatID);
  });
});
