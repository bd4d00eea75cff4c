// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { useLookUp } from '@/components/popup/search/use-look-up';
import { CompanionError } from '@/lib/base/errors';
import { answerInstead } from '@/lib/requests/bridge';

interface Props {
  notRefetched: readonly string[];
  isTroubled?: boolean;
}

/** What was asked of the worker, and how to answer what was asked last. */
let asked: (readonly string[])[] = [];
let answer: (error?: Error) => Promise<void>;

beforeEach(() => {
  asked = [];
  answerInstead((_name, payload) => {
    asked.push((payload as { chatIDs: readonly string[] }).chatIDs);
    return new Promise((resolve, reject) => {
      answer = (error) =>
        act(async () => {
          if (error) reject(error);
          else resolve(undefined);
          await allTold();
        });
    });
  });
});
afterEach(cleanup);

/** Whoever waits for an answer, and for those who wait for it, has had their turn. */
async function allTold(): Promise<void> {
  for (let turns = 0; turns < 10; turns += 1) await Promise.resolve();
}

function chats(count: number): string[] {
  return Array.from({ length: count }, (_, number) => `!${number}`);
}

function lookUp(initialProps: Props) {
  const { result, rerender, unmount } = renderHook(
    ({ notRefetched, isTroubled = false }: Props) => useLookUp(notRefetched, isTroubled),
    { initialProps },
  );
  return { now: () => result.current, rerender, unmount };
}

describe('last messages that are not known', () => {
  it('are looked up in their order, one portion after the other, each once', async () => {
    const all = chats(45);
    const { now } = lookUp({ notRefetched: all });
    expect(asked).toStrictEqual([all.slice(0, 20)]);
    expect(now()).toMatchObject({ left: 45, canGoOn: false });
    await answer();
    await answer();
    expect(asked).toStrictEqual([all.slice(0, 20), all.slice(20, 40), all.slice(40)]);
    await answer();
    expect(asked).toHaveLength(3);
    expect(now()).toMatchObject({ left: 0, canGoOn: false });
  });

  it('are no longer looked up once the filter is left', async () => {
    const { unmount } = lookUp({ notRefetched: chats(45) });
    unmount();
    await answer();
    expect(asked).toHaveLength(1);
  });

  it('of very many chats wait for somebody to say so', async () => {
    const { now } = lookUp({ notRefetched: chats(1000) });
    while (now().left > 0) await answer();
    expect(asked.flat()).toStrictEqual(chats(400));
    expect(now().canGoOn).toBe(true);
    act(() => now().goOn());
    while (now().left > 0) await answer();
    expect(asked.flat()).toStrictEqual(chats(1000));
    expect(now().canGoOn).toBe(false);
  });

  it('that could not be had are asked for again only when somebody says so', async () => {
    const { now } = lookUp({ notRefetched: chats(2) });
    await answer(new CompanionError('ownFault'));
    expect([asked.length, now().left, now().canGoOn]).toStrictEqual([1, 0, true]);
    act(() => now().goOn());
    expect(asked).toStrictEqual([chats(2), chats(2)]);
  });

  it('wait until Beeper is well again', async () => {
    const { now, rerender } = lookUp({ notRefetched: chats(2) });
    await answer(new CompanionError('rateLimited'));
    rerender({ notRefetched: chats(2), isTroubled: true });
    expect([asked.length, now().canGoOn]).toStrictEqual([1, false]);
    rerender({ notRefetched: chats(2) });
    expect(asked).toStrictEqual([chats(2), chats(2)]);
  });
});
