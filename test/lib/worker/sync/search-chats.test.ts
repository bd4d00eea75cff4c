import { describe, expect, it } from 'vitest';

import { DAY } from '@/lib/base/time';
import { type Desk, openDesk } from '../../../helpers/desk';

/** A quiet chat of long ago, which no poll brings before the next walk. */
function addQuietChat({ beeper, clock }: Desk) {
  const lastActivity = clock.now() - 400 * DAY;
  return beeper.addChat({ title: 'Rowing club', lastActivity, unreadCount: 0, isArchived: true });
}

describe('a search', () => {
  it('finds at Beeper a chat that is not known here, and keeps it', async () => {
    const desk = await openDesk({ chats: 60 });
    const { id } = addQuietChat(desk);
    await desk.poll();
    expect((await desk.chats()).has(id)).toBe(false);
    await desk.ask('search', { query: 'club' });
    expect((await desk.chats()).get(id)).toMatchObject({ title: 'Rowing club', box: 'archive' });
    await desk.restart();
    expect((await desk.chats()).has(id)).toBe(true);
  });

  it('that fails is no trouble: nothing is wrong with what is known', async () => {
    const desk = await openDesk({ chats: 3 });
    await desk.beeper.fault('down');
    await expect(desk.ask('search', { query: 'club' })).rejects.toThrow('notRunning');
    expect((await desk.status()).trouble).toBeUndefined();
  });

  it('of nobody connected finds nothing', async () => {
    const desk = await openDesk({ chats: 3, isConnected: false });
    await desk.ask('search', { query: 'a' });
    expect((await desk.chats()).size).toBe(0);
  });
});
