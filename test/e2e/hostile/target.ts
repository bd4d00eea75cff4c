import type { Browser as Extension } from 'webextension-polyfill';

import type { Stage } from '../stage';

declare const browser: Extension;

/** What whoever is hostile knows at worst: where the companion is, and what it listens to. */
export interface Target {
  origin: string;
  id: string;
  messages: unknown[];
}

export async function targetIn({ companion, beeper }: Stage): Promise<Target> {
  const [chatID] = beeper.chats.keys();
  const act = { id: 'hostile', chatID, intent: { kind: 'archive' } };
  return {
    origin: companion.origin,
    id: await companion.evaluate(() => browser.runtime.id),
    messages: [
      { companion: 'saveSettings', payload: { pollSeconds: 300 } },
      { companion: 'act', payload: { intents: [act] } },
      { companion: 'disconnect', payload: null },
    ],
  };
}
