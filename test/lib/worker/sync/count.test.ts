import { describe, expect, it } from 'vitest';

import type { Settings } from '@/lib/model/settings/settings';
import { DEFAULT_SETTINGS } from '@/lib/model/settings/settings';
import { type Age, AGES } from '../../../beeper/age';
import type { UnreadOptions } from '../../../beeper/truth';
import { createChanges } from '../../../helpers/changes';
import { openDesk } from '../../../helpers/desk';

/** What the badge has to show for a number. */
function textOf(total: number): string {
  if (total > 999) return '999+';
  return total > 0 ? String(total) : '';
}

interface Run {
  age: Age;
  seed: number;
  steps: number;
  badge?: Partial<Settings['badge']>;
  truth?: UnreadOptions;
  chats?: number;
  /** How many changes come before a poll. */
  atOnce?: number;
  /** The browser stops the worker after every poll. */
  isStopped?: boolean;
}

/** After every change one poll. Where the number is then not Beeper's, how it came to that. */
async function wrongNumbers(run: Run): Promise<string[]> {
  const { age, seed, steps, badge, truth = {}, chats = 60, atOnce = 1, isStopped = false } = run;
  const desk = await openDesk({ age, seed, chats });
  if (badge) await desk.ask('saveSettings', withBadge(badge));
  const changes = createChanges(desk.beeper, seed);
  const story: string[] = [];
  const wrong: string[] = [];
  for (let step = 1; step <= steps; step += 1) {
    for (let more = 0; more < atOnce; more += 1) story.push(changes.next());
    await desk.poll();
    const [shown, wanted] = [await desk.badge(), textOf(desk.beeper.unread(truth))];
    const told = `seed ${seed}, step ${step}: ${shown}, not ${wanted}, after ${story.slice(-5).join('; ')}`;
    if (shown !== wanted) wrong.push(told);
    if (isStopped) await desk.restart();
  }
  return wrong;
}

function withBadge(badge: Partial<Settings['badge']>): Settings {
  return { ...DEFAULT_SETTINGS, badge: { ...DEFAULT_SETTINGS.badge, ...badge } };
}

/** Whatever a person counts, beside what is counted unless told otherwise. */
const CHOICES: Pick<Run, 'badge' | 'truth'>[] = [
  { badge: { includeMuted: true }, truth: { muted: true } },
  { badge: { includeLowPriority: true }, truth: { lowPriority: true } },
  { badge: { count: 'chats' }, truth: { count: 'chats' } },
  {
    badge: { count: 'chats', includeMuted: true, includeLowPriority: true },
    truth: { count: 'chats', muted: true, lowPriority: true },
  },
];

const RUNS = AGES.flatMap((age) =>
  CHOICES.map((choice): Run => ({ age, seed: 4, steps: 40, ...choice })),
);

describe('the number', { timeout: 120_000 }, () => {
  it.each(AGES)('is what Beeper %s has after each of 200 changes', async (age) => {
    expect(await wrongNumbers({ age, seed: 20_260_520, steps: 200 })).toStrictEqual([]);
  });

  it.each(RUNS)('is the chosen one with $badge and Beeper $age', async (run) => {
    expect(await wrongNumbers(run)).toStrictEqual([]);
  });

  it.each(AGES)('is right when much happens between two polls of Beeper %s', async (age) => {
    expect(await wrongNumbers({ age, seed: 9, steps: 30, atOnce: 12 })).toStrictEqual([]);
  });

  it.each(AGES)(
    'is right in a small world, where it is often nothing, with Beeper %s',
    async (age) => {
      expect(await wrongNumbers({ age, seed: 3, steps: 80, chats: 4 })).toStrictEqual([]);
    },
  );

  it('stays four characters however large the world is', async () => {
    expect(await wrongNumbers({ age: 'current', seed: 5, steps: 5, chats: 900 })).toStrictEqual([]);
  });

  it.each(AGES)(
    'is right when the worker is stopped after every poll of Beeper %s',
    async (age) => {
      expect(await wrongNumbers({ age, seed: 6, steps: 60, isStopped: true })).toStrictEqual([]);
    },
  );

  it('is nothing when nothing is to be counted', async () => {
    const desk = await openDesk();
    await desk.ask('saveSettings', withBadge({ count: 'none' }));
    expect(await desk.badge()).toBe('');
    expect(await desk.tooltip()).toBe('Nothing unread in Beeper');
  });
});
