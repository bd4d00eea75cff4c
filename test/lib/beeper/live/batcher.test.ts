import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { EventBatcher } from '@/lib/beeper/live/batcher';
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

it('tells the first at once', () => {
  const tell = vi.fn<(events: LiveEvents) => Promise<void>>(() => Promise.resolve());
  new EventBatcher({ tell, wait }).hear(news('!ada'));
  expect(tell).toHaveBeenCalledExactlyOnceWith({ chats: [news('!ada')], hasMissed: false });
});

it('tells a thousand in a second in five portions, and misses none', async () => {
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
  expect(tell).toHaveBeenCalledTimes(5);
  expect(new Set(told).size).toBe(1000);
});

it('tells nothing more before the last was dealt with', async () => {
  const first = later();
  const tell = vi.fn<(events: LiveEvents) => Promise<void>>(() => first.promise);
  const batcher = new EventBatcher({ tell, wait });
  batcher.hear(news('!ada'));
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
  for (let round = 0; round < 4; round += 1) {
    batcher.hear(news('!ada'));
    await vi.advanceTimersByTimeAsync(50);
  }
  await vi.advanceTimersByTimeAsync(10_000);
  tell.mockClear();
  batcher.miss();
  expect(tell).toHaveBeenCalledOnce();
});
