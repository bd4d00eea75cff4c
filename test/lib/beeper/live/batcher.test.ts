import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { EventBatcher } from '@/lib/beeper/live/batcher';
import { LEAD } from '@/lib/beeper/live/pace';
import type { LiveEvents } from '@/lib/beeper/live/events';
import { later } from '../../../helpers/later';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

function news(chatID: string) {
  return { chatID, deleted: [] };
}

it('tells the first at once, with what comes along with it', async () => {
  const tell = vi.fn<(events: LiveEvents) => Promise<void>>(() => Promise.resolve());
  const batcher = new EventBatcher({ tell, wait });
  batcher.hear(news('!ada'));
  await vi.advanceTimersByTimeAsync(5);
  batcher.hear(news('!ada'));
  await vi.advanceTimersByTimeAsync(LEAD - 5);
  expect(tell).toHaveBeenCalledExactlyOnceWith({ chats: [news('!ada')], hasMissed: false });
});

it('tells a thousand in a second in few portions, and misses none', async () => {
  const told: string[] = [];
  const tell = vi.fn<(events: LiveEvents) => Promise<void>>(async ({ chats }) => {
    told.push(...chats.map(({ chatID }) => chatID));
  });
  const batcher = new EventBatcher({ tell, wait });
  for (let index = 0; index < 1000; index += 1) {
    batcher.hear(news(`!${index}`));
    await vi.advanceTimersByTimeAsync(1);
  }
  await vi.advanceTimersByTimeAsync(5000);
  expect(tell.mock.calls.length).toBeLessThanOrEqual(5);
  expect(new Set(told).size).toBe(1000);
});

it('tells nothing more before the last was dealt with', async () => {
  const first = later();
  const tell = vi.fn<(events: LiveEvents) => Promise<void>>(() => first.promise);
  const batcher = new EventBatcher({ tell, wait });
  batcher.hear(news('!ada'));
  await vi.advanceTimersByTimeAsync(LEAD);
  batcher.hear(news('!bo'));
  await vi.advanceTimersByTimeAsync(10_000);
  expect(tell).toHaveBeenCalledTimes(1);
  first.resolve();
  await vi.advanceTimersByTimeAsync(200);
  expect(tell).toHaveBeenCalledTimes(2);
});

it('tells of a loss when what it told did not arrive', async () => {
  const tell = vi.fn<(events: LiveEvents) => Promise<void>>(() => Promise.resolve());
  tell.mockRejectedValueOnce(new Error('silent'));
  const batcher = new EventBatcher({ tell, wait });
  batcher.hear(news('!ada'));
  await vi.advanceTimersByTimeAsync(200);
  expect(tell).toHaveBeenLastCalledWith({ chats: [], hasMissed: true });
});

it('is quick again after a pause', async () => {
  const tell = vi.fn<(events: LiveEvents) => Promise<void>>(() => Promise.resolve());
  const batcher = new EventBatcher({ tell, wait });
  for (let round = 0; round < 400; round += 1) batcher.hear(news('!ada'));
  await vi.advanceTimersByTimeAsync(10_000);
  tell.mockClear();
  batcher.miss();
  await vi.advanceTimersByTimeAsync(LEAD);
  expect(tell).toHaveBeenCalledOnce();
});

it.each([100, 300, 800])(
  'is hardly behind a conversation, a message every %d ms',
  async (everyMs) => {
    const behind: number[] = [];
    let saidAt = 0;
    const tell = vi.fn<(events: LiveEvents) => Promise<void>>(async () => {
      behind.push(Date.now() - saidAt);
    });
    const batcher = new EventBatcher({ tell, wait });
    for (let message = 0; message < 60; message += 1) {
      saidAt = Date.now();
      batcher.hear(news('!ada'));
      batcher.hear(news('!ada'));
      await vi.advanceTimersByTimeAsync(everyMs);
    }
    expect(Math.max(...behind)).toBeLessThanOrEqual(100);
  },
);
