import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { CompanionError } from '@/lib/base/errors';
import { MINUTE, SECOND } from '@/lib/base/time';
import { keepOpen } from '@/lib/beeper/live/keep-open';
import { LEAD } from '@/lib/beeper/live/pace';
import type { RequestName } from '@/lib/requests/contract';
import { FakeSocket } from '../../../helpers/fake-socket';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const URL = 'ws://localhost:23373/v1/ws';

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function keep() {
  const sockets: FakeSocket[] = [];
  const asked: (readonly [RequestName, unknown])[] = [];
  const answers = { isAway: false };
  const stop = keepOpen(URL, {
    open: (url) => {
      expect(url).toBe(URL);
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket;
    },
    ask: async (name, payload) => {
      asked.push([name, payload]);
      if (answers.isAway && name === 'socketOpening') throw new CompanionError('notRunning');
    },
    random: () => 0.5,
  });
  return { sockets, asked, answers, stop, names: () => asked.map(([name]) => name) };
}

describe('a socket that is kept open', () => {
  it('is opened once the worker has been asked, and the worker is told', async () => {
    const { sockets, names } = keep();
    expect(sockets).toHaveLength(0);
    await pass(0);
    expect(names()).toStrictEqual(['socketOpening']);
    sockets[0]?.letsIn();
    await pass(0);
    expect(names()).toStrictEqual(['socketOpening', 'socketOpened']);
  });

  it('has its news told to the worker', async () => {
    const { sockets, asked } = keep();
    await pass(0);
    sockets[0]?.letsIn();
    sockets[0]?.says({ type: 'chat.upserted', seq: 1, chatID: '!ada', ids: ['!ada'] });
    await pass(LEAD);
    expect(asked.at(-1)).toStrictEqual([
      'liveEvents',
      { chats: [{ chatID: '!ada', deleted: [] }], hasMissed: false },
    ]);
  });

  it('has the worker stay awake while it is open, and no longer', async () => {
    const { sockets, names, stop } = keep();
    const stays = () => names().filter((name) => name === 'stay').length;
    await pass(0);
    await pass(9 * SECOND);
    expect(stays()).toBe(0);
    sockets[0]?.letsIn();
    await pass(39 * SECOND);
    expect(stays()).toBe(1);
    for (let minutes = 0; minutes < 60; minutes += 1) {
      sockets[0]?.says({ type: 'subscriptions.updated' });
      await pass(40 * SECOND);
      sockets[0]?.says({ type: 'subscriptions.updated' });
      await pass(20 * SECOND);
    }
    expect(stays()).toBe(181);
    sockets[0]?.happens('close');
    await pass(1);
    sockets[1]?.happens('close');
    await pass(MINUTE);
    expect(stays()).toBe(181);
    stop();
  });

  it('lets the worker sleep once it is wanted no more', async () => {
    const { sockets, names, stop } = keep();
    await pass(0);
    sockets[0]?.letsIn();
    stop();
    await pass(10 * MINUTE);
    expect(names()).not.toContain('stay');
  });

  it('is opened anew when it is lost, soon at first and later if it does not hold', async () => {
    const { sockets, asked } = keep();
    for (const wait of [2, 4, 8, 16, 30, 30]) {
      await pass(0);
      sockets.at(-1)?.letsIn();
      sockets.at(-1)?.happens('close');
      await pass(0);
      expect(asked.at(-1)).toStrictEqual(['socketClosed', { wasOpen: true }]);
      const before = sockets.length;
      await pass(wait * SECOND - 1);
      expect(sockets).toHaveLength(before);
      await pass(1);
    }
    await pass(0);
    sockets.at(-1)?.letsIn();
    for (let minutes = 0; minutes < 3; minutes += 1) {
      sockets.at(-1)?.says({ type: 'subscriptions.updated' });
      await pass(40 * SECOND);
    }
    const before = sockets.length;
    sockets.at(-1)?.happens('close');
    await pass(SECOND);
    expect(sockets).toHaveLength(before + 1);
  });

  it('is tried ever more rarely where Beeper has none for us', async () => {
    const { sockets, asked } = keep();
    for (const seconds of [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1800, 1800]) {
      await pass(0);
      sockets.at(-1)?.happens('close');
      await pass(0);
      expect(asked.at(-1)).toStrictEqual(['socketClosed', { wasOpen: false }]);
      const before = sockets.length;
      await pass(seconds * SECOND - 1);
      expect(sockets).toHaveLength(before);
      await pass(1);
      expect(sockets).toHaveLength(before + 1);
    }
  });

  it('is not even tried while Beeper is away, and soon when it is back', async () => {
    const { sockets, answers } = keep();
    answers.isAway = true;
    await pass(0);
    sockets[0]?.happens('close');
    await pass(10 * MINUTE);
    expect(sockets).toHaveLength(1);
    answers.isAway = false;
    await pass(30 * SECOND);
    expect(sockets).toHaveLength(2);
  });

  it('is closed and not opened again when it is wanted no more', async () => {
    const { sockets, stop } = keep();
    await pass(0);
    sockets[0]?.letsIn();
    stop();
    await pass(10 * MINUTE);
    expect(sockets).toHaveLength(1);
    expect(sockets[0]?.isClosed).toBe(true);
  });
});
