import type { Browser, Page } from 'puppeteer-core';
import type { Browser as Extension } from 'webextension-polyfill';

import { MINUTE } from '@/lib/base/time';
import { PAGE_ITEMS } from '@/lib/storage/items';
import { unpack } from '@/lib/storage/stored-item';
import { type Beeper, startBeeper } from '../beeper/server';
import type { Companion } from '../browsers/companion';
import { eventually } from '../browsers/eventually';
import { launchChromium, type LaunchOptions } from '../browsers/launch';
import { connect } from '../e2e/stage';
import type { Lab } from './figure';
import { hasInstant, setInstant } from './instant';
import { BLANK } from './lab';
import { openTab } from './page';
import { quiet } from './quiet';

declare const chrome: Extension;

export interface Stage {
  companion: Companion;
  beeper: Beeper;
  browser: Browser;
}

export interface World {
  chats: number;
  /**
   * Chats numbered from here on have been read: so worlds of any size have the same unread ones.
   */
  readFrom?: number;
  /** Told by the socket, or by polls; as the companion has it by itself when left out. */
  isInstant?: boolean;
}

const SEED = 7;
const WALK_MS = 5 * MINUTE;

/** A browser connected to a Beeper, all of whose chats it has already seen. */
export async function openStage(lab: Lab, world: World): Promise<Stage> {
  const stage = await openBareStage(lab, world);
  await connect(stage);
  if (world.isInstant !== undefined && (await hasInstant(lab))) {
    await setInstant(stage, world.isInstant);
  }
  await walkThrough(stage);
  return stage;
}

/** The same before it is connected. */
export async function openBareStage(
  { ends, extension }: Lab,
  { chats, readFrom }: World,
): Promise<Stage> {
  const beeper = await startBeeper({ chats, seed: SEED });
  ends.add(() => beeper.stop());
  if (readFrom !== undefined) readAllFrom(beeper, readFrom);
  return { beeper, ...(await launch(extension, ends)) };
}

export async function launch(extension: string, ends: Lab['ends'], options?: LaunchOptions) {
  const companion = await launchChromium({ extension, ...options });
  ends.add(() => companion.close());
  const page = await companion.openPage(BLANK);
  const browser = page.browser();
  await page.close();
  return { companion, browser };
}

/** A page of the extension, in front, that runs none of its code. */
export function openBlank({ browser, companion }: Omit<Stage, 'beeper'>): Promise<Page> {
  return openTab(browser, `${companion.origin}/${BLANK}`);
}

async function storedWalk({ companion }: Stage) {
  const { key } = PAGE_ITEMS.fullSync;
  const stored = await companion.evaluate(
    async (name) => (await chrome.storage.local.get(name))[name],
    key,
  );
  return unpack(PAGE_ITEMS.fullSync, stored).value;
}

/** An open popup keeps the full sync going, where it waits for polls. */
async function walkThrough(stage: Stage): Promise<void> {
  const popup = await stage.companion.openPage('popup.html');
  await eventually(async () => (await storedWalk(stage)).finishedAt, {
    message: 'The walk through all chats',
    timeoutMs: WALK_MS,
    intervalMs: 500,
  });
  await quiet(stage.beeper);
  await popup.close();
}

function readAllFrom(beeper: Beeper, number: number): void {
  for (const chat of beeper.chats.values()) {
    if (chat.number >= number) beeper.readElsewhere(chat.id);
  }
}
