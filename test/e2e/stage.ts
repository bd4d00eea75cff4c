import { afterAll, afterEach, beforeAll } from 'vitest';

import { type Beeper, type BeeperOptions, startBeeper } from '../beeper/server';
import type { BrowserName, Companion } from '../browsers/companion';
import { eventually } from '../browsers/eventually';
import { type LaunchOptions, launchCompanion } from '../browsers/launch';
import { lendCompanion } from '../browsers/lend';
import { OptionsPage } from './pages/options';
import { PopupPage } from './pages/popup';

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/** A browser with the built companion, and the Beeper it talks to. */
export interface Stage {
  companion: Companion;
  beeper: Beeper;
}

/**
 * Sets the stage once for the tests around it, and takes it down after them. Who names options of
 * the browser has one of their own.
 */
export function useStage(
  name: BrowserName,
  options: BeeperOptions,
  launching?: LaunchOptions,
): Stage {
  const stage = {} as Stage;
  beforeAll(async () => {
    [stage.companion, stage.beeper] = await Promise.all([
      launching ? launchCompanion(name, launching) : lendCompanion(name),
      startBeeper(options),
    ]);
  });
  afterEach(() => stage.beeper.heal());
  afterAll(() => Promise.all([stage.companion?.close(), stage.beeper?.stop()]));
  return stage;
}

/** Connects through the options page, as a person does. */
export async function connect({ companion, beeper }: Stage, token = beeper.token): Promise<void> {
  const options = await OptionsPage.open(companion);
  await options.connect({ address: beeper.url, token });
  const isConnected = async () => {
    const said = await options.status();
    if (!said.includes('Connected')) throw new Error(`it says "${said}"`);
    return true;
  };
  await eventually(isConnected, { message: 'The options page saying "Connected"' });
  await options.close();
}

/** The popup, opened anew: it asks for news by itself. */
export async function withPopup<T>(
  { companion }: Pick<Stage, 'companion'>,
  work: (popup: PopupPage) => Promise<T>,
): Promise<T> {
  const popup = await PopupPage.open(companion);
  try {
    return await work(popup);
  } finally {
    await popup.close();
  }
}

/** The toolbar number as Beeper's own count would have it. */
export function expectedBadge({ companion, beeper }: Stage): string {
  const count = beeper.unread();
  if (count === 0) return '';
  if (count <= 999) return String(count);
  return companion.browserName === 'firefox'
    ? `${Math.min(9, Math.floor(count / 1000))}k+`
    : '999+';
}

/** Waits until the toolbar shows what Beeper counts. */
export async function badgeIsRight(stage: Stage, timeoutMs = 15_000): Promise<void> {
  await eventually(async () => (await stage.companion.badge()).text === expectedBadge(stage), {
    message: `The badge being ${expectedBadge(stage)}`,
    timeoutMs,
  });
}

/** Part of the extension, or written out in its page as pictures of people are. */
export function isOwn(url: string, { origin }: Companion): boolean {
  return url.startsWith(origin) || url.startsWith('data:');
}

/** A chat of the primary inbox, unread, unmuted and with a plain title. */
export function unreadChat({ beeper }: Stage) {
  const found = [...beeper.chats.values()].find(
    (chat) =>
      chat.unreadCount > 0 &&
      !chat.isArchived &&
      !chat.isMuted &&
      !chat.isLowPriority &&
      !chat.isPinned &&
      !chat.reminder &&
      /^[\w ]{6,20}$/.test(chat.title ?? ''),
  );
  if (!found) throw new Error('The seed has no such chat.');
  return found;
}
