import { setTimeout as pause } from 'node:timers/promises';

import { beforeAll, describe, expect, test } from 'vitest';
import type { Browser as Extension } from 'webextension-polyfill';

import { MINUTE } from '@/lib/base/time';
import type { Outbox } from '@/lib/model/actions/outbox';
import type { LoggedRequest } from '../beeper/http/request';
import { createRandom, type Random } from '../beeper/random';
import { type ChatRecord, isUnread } from '../beeper/world/records';
import { eventually } from '../browsers/eventually';
import { find } from './pages/by-role';
import { PopupPage } from './pages/popup';
import { connect, useStage } from './stage';

declare const browser: Extension;

const RUNS = 50;
const LATEST_STOP_MS = 60;

const GROUPS = ['box', 'read', 'reminder'] as const;

interface Matter {
  chat: ChatRecord;
  group: (typeof GROUPS)[number];
}

/** What the person turns a matter to: is it archived, is it read, has it a reminder? */
interface Act extends Matter {
  value: boolean;
}

describe('random acts of a worker stopped at random in chromium', () => {
  const stage = useStage('chromium', { chats: 0 });
  const total = { runs: 0, acts: 0, unsent: 0, unanswered: 0 };
  let chats: readonly ChatRecord[];
  let popup: PopupPage;

  beforeAll(async () => {
    chats = ['Ada', 'Bo', 'Cy'].map((title) => stage.beeper.addChat({ title, unreadCount: 1 }));
    await connect(stage);
    popup = await PopupPage.open(stage.companion);
  });

  test(`reach Beeper exactly once in ${RUNS} runs`, { timeout: 5 * MINUTE }, async () => {
    for (let seed = 1; seed <= RUNS; seed += 1) {
      stage.beeper.clearRequests();
      const acts = await play(createRandom(seed));
      await settle(acts);
      const sent = inWords(stage.beeper.writes().map(actOf));
      expect([inWords(acts), inWords(withoutUndone(acts))], `run ${seed}`).toContainEqual(sent);
      total.runs += 1;
      total.acts += acts.length;
    }
    console.info('stopped-at-random in Chromium:', total);
    // Where the worker has always done its work before it is stopped nothing is shown.
    expect(Math.min(total.unsent, total.unanswered)).toBeGreaterThan(RUNS / 25);
  });

  test('are not sent again by the next worker', async () => {
    await stage.companion.stopWorker();
    stage.beeper.clearRequests();
    // What was synced only just now is not asked for again at once.
    await eventually(async () => {
      await wake();
      return stage.beeper.requests.some(({ path }) => path === '/v1/chats');
    });
    await settle([]);
    expect(stage.beeper.writes()).toStrictEqual([]);
  });

  /** Turns one to three matters, and sometimes the last of them back again. */
  async function play(draw: Random): Promise<Act[]> {
    const before = await storedIDs();
    const acts = someActs(draw);
    for (const act of acts) await stopDuring(act, draw, await buttonOf(act, acts));
    const last = acts.at(-1);
    if (!last || draw.chance(0.7)) return acts;
    const undo = { ...last, value: !last.value };
    // While a page still asks again for the first, taking it back could overtake it.
    await eventually(async () => {
      const ids = await storedIDs();
      return ids.filter((id) => !before.includes(id)).length === acts.length;
    });
    await stopDuring(undo, draw, await button('Undo'));
    return [...acts, undo];
  }

  function someActs(draw: Random): Act[] {
    const left = chats.flatMap((chat) => GROUPS.map((group) => ({ chat, group })));
    return Array.from({ length: draw.int(1, 3) }, () => {
      const matter = draw.pick(left);
      left.splice(left.indexOf(matter), 1);
      return { ...matter, value: !stateOf(matter) };
    });
  }

  /** The worker runs or sleeps, the answer comes, hangs or gets lost: then the worker is stopped. */
  async function stopDuring(act: Act, draw: Random, press: () => Promise<void>): Promise<void> {
    const { beeper, companion } = stage;
    if (draw.chance(0.7)) await wake();
    const fault = draw.pick(['none', 'hanging', 'reset-in-body'] as const);
    if (fault !== 'none') await beeper.fault(fault, { isApplied: true, times: 1, when: isWrite });
    await Promise.all([press(), pause(draw.int(0, LATEST_STOP_MS))]);
    await beeper.heal();
    await companion.stopWorker();
    const sent = beeper.writes().findLast((write) => isSame(actOf(write), act));
    if (!sent) total.unsent += 1;
    else if (sent.status === null) total.unanswered += 1;
  }

  /** Where the person sees the chat, who is ahead of Beeper. */
  async function buttonOf(act: Act, acts: readonly Act[]): Promise<() => Promise<void>> {
    const { chat, group, value } = act;
    const earlier = acts.slice(0, acts.indexOf(act));
    const moved = earlier.find((one) => one.group === 'box' && one.chat === chat);
    await popup.goTo((moved?.value ?? chat.isArchived) ? 'Archive' : 'Inbox');
    const { title } = chat;
    if (group === 'box') return button(value ? `Archive ${title}` : `Move ${title} to inbox`);
    if (group === 'read') return button(`Mark ${title} as ${value ? 'read' : 'unread'}`);
    await popup.openMenu(title);
    return () => popup.choose(value ? 'In 1 hour' : 'Clear reminder');
  }

  /** Found beforehand, so that the moment of pressing it is known. */
  async function button(name: string): Promise<() => Promise<void>> {
    const found = await find(popup.page, { role: 'button', name });
    return async () => {
      // Drawn anew meanwhile, it is no longer the one on the screen.
      const isThere = await found.evaluate((one) => one.isConnected);
      const shown = isThere ? found : await find(popup.page, { role: 'button', name });
      await shown.evaluate((one) => (one as HTMLElement).click());
    };
  }

  /** Any message does. A worker that is stopped before it answers has been woken, too. */
  async function wake(): Promise<void> {
    await stage.companion
      .evaluate(() => browser.runtime.sendMessage({ companion: 'refresh', payload: null }))
      .catch(() => undefined);
  }

  async function settle(acts: readonly Act[]): Promise<void> {
    await wake();
    const isSettled = async () => {
      const missing = acts.filter((act) => stateOf(act) !== lastOf(acts, act));
      const { entries } = await outbox();
      if (missing.length + entries.length === 0) return true;
      throw new Error(`missing: ${inWords(missing).join()}; waiting: ${JSON.stringify(entries)}`);
    };
    const message = `Run ${total.runs + 1}, ${inWords(acts).join(', ')}: all being done`;
    // Where nothing else wakes the worker, an alarm does, after half a minute at the earliest.
    await eventually(isSettled, { timeoutMs: 90_000, intervalMs: 10, message });
  }

  async function storedIDs(): Promise<string[]> {
    const { entries, done } = await outbox();
    return [...entries.map(({ id }) => id), ...done];
  }

  async function outbox(): Promise<Outbox> {
    const stored = await stage.companion.evaluate(() => browser.storage.local.get('outbox'));
    return (stored.outbox as { value: Outbox } | undefined)?.value ?? { entries: [], done: [] };
  }

  function actOf({ route = '', method, params, body }: LoggedRequest): Act {
    const chat = stage.beeper.chat(params.chatID ?? '');
    if (route.endsWith('read')) return { chat, group: 'read', value: route.endsWith('/read') };
    if (route.endsWith('/reminders')) return { chat, group: 'reminder', value: method === 'POST' };
    return { chat, group: 'box', value: (body as { archived: boolean }).archived };
  }
});

function isWrite({ method }: LoggedRequest): boolean {
  return method !== 'GET';
}

function stateOf({ chat, group }: Matter): boolean {
  if (group === 'box') return chat.isArchived;
  return group === 'read' ? !isUnread(chat) : chat.reminder !== null;
}

function isSame(a: Matter, b: Matter): boolean {
  return a.chat === b.chat && a.group === b.group;
}

function lastOf(acts: readonly Act[], matter: Matter): boolean | undefined {
  return acts.findLast((act) => isSame(act, matter))?.value;
}

/** What is taken back before it was sent need not be sent. */
function withoutUndone(acts: readonly Act[]): Act[] {
  return acts.filter((act) => acts.every((other) => other === act || !isSame(other, act)));
}

/** In no order: those of different matters do not wait for each other. */
function inWords(acts: readonly Act[]): string[] {
  return acts.map(({ chat, group, value }) => `${chat.title} ${group} ${value}`).toSorted();
}
