import { describe, expect, it, onTestFinished, vi } from 'vitest';

import { createLife } from './life';
import { openBeeper } from './support';

async function live(steps: number): Promise<{ lines: string[]; chats: object[] }> {
  const beeper = await openBeeper();
  const lines: string[] = [];
  const life = createLife(beeper, { seed: 11, log: (line) => lines.push(line) });
  for (let step = 0; step < steps; step += 1) life.step();
  return { lines, chats: [...beeper.chats.values()].map((chat) => ({ ...chat })) };
}

describe('life', () => {
  it('is the same every time', async () => {
    expect(await live(80)).toStrictEqual(await live(80));
  });

  it('has something of everything', async () => {
    const { lines } = await live(300);
    const text = lines.join('\n');
    const parts = [
      / writes in /,
      / is read on the phone/,
      / is archived on the phone/,
      / is marked unread/,
      / is muted/,
      /A reminder for .* is set/,
      /The reminder for .* rings/,
      /A new chat begins/,
    ];
    for (const part of parts) expect(text).toMatch(part);
    expect(lines).toHaveLength(300);
  });

  it('tells each step in one line and changes something', async () => {
    const beeper = await openBeeper();
    const changed: string[] = [];
    beeper.world.listen(({ chatID }) => changed.push(chatID));
    const line = createLife(beeper, { seed: 2 }).step();
    expect(line).not.toContain('\n');
    expect(changed).not.toStrictEqual([]);
  });

  it('has nothing to tell where there are no chats', async () => {
    const beeper = await openBeeper({ chats: 0 });
    const life = createLife(beeper, { seed: 3 });
    const lines = Array.from({ length: 40 }, () => life.step());
    expect(new Set(lines)).toStrictEqual(new Set(['Nothing happens']));
  });

  it('goes on by itself until it is stopped', async () => {
    const beeper = await openBeeper();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const lines: string[] = [];
    const life = createLife(beeper, { seed: 5, log: (line) => lines.push(line) });
    life.start(1_000);
    vi.advanceTimersByTime(3_500);
    life.stop();
    vi.advanceTimersByTime(3_500);
    expect(lines).toHaveLength(3);
  });
});
