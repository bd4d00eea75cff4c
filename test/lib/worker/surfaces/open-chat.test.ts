import { describe, expect, it } from 'vitest';

import { openDesk } from '../../../helpers/desk';
import { addKnownChat } from '../../../helpers/story';

describe('opening a chat', () => {
  it('brings it to the front in Beeper', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.ask('openChat', { chatID: chat.id });
    const last = desk.beeper.requests.findLast(({ path }) => path === '/v1/focus');
    expect(last).toMatchObject({ method: 'POST', body: { chatID: chat.id }, status: 200 });
  });

  it('is not put off until Beeper is back', async () => {
    const desk = await openDesk({ chats: 3 });
    const chat = await addKnownChat(desk);
    await desk.beeper.fault('down');
    await expect(desk.ask('openChat', { chatID: chat.id })).rejects.toThrow('notRunning');
    await desk.beeper.heal();
    await desk.poll();
    expect(desk.beeper.requests.map(({ path }) => path)).not.toContain('/v1/focus');
  });

  it('needs a connection', async () => {
    const desk = await openDesk({ chats: 3, isConnected: false });
    await expect(desk.ask('openChat', { chatID: '!any' })).rejects.toThrow('notConnected');
  });
});
