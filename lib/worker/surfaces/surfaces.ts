import { browser } from 'wxt/browser';

import { CompanionError, errorCode, isUnreachable } from '@/lib/base/errors';
import { openBeeper as openBeeperHere } from '@/lib/browser/links';
import { type Clicked, textOfClicked, textOfPage } from '@/lib/browser/menus/clicked-text';
import { type MenuDeed, isMenuDeed, isQuietWish } from '@/lib/browser/menus/entries';
import { showDone, showTrouble } from '@/lib/browser/notifications';
import { openErrand } from '@/lib/browser/open-handoff';
import type { Intent } from '@/lib/model/actions/intent';
import { canActOn, canActWith, whyNot } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import { unreadRows } from '@/lib/model/list/tabs';
import type { QuietWish } from '@/lib/model/quiet/override';
import { quietEndsAt, quietOffers } from '@/lib/model/quiet/schedule';
import type { Handlers } from '@/lib/requests/bridge';
import type { createUndo } from '@/lib/worker/actions/undo';
import type { Deps } from '@/lib/worker/core/session';
import { quietness, type State } from '@/lib/worker/core/state';
import type { createMenus } from './menus';
import { createTyped } from './omnibox';
import { openBeeper } from './open-chat';

export type Places = ReturnType<typeof createPlaces>;

interface Helpers {
  handlers: Handlers;
  menus: ReturnType<typeof createMenus>;
  undo: ReturnType<typeof createUndo>;
}

/**
 * What a person does in the browser's own places: its menus, its keys and its address bar. There is
 * no page of ours to say what came of it, so a notification does.
 */
export function createPlaces(deps: Deps, { handlers, menus, undo }: Helpers) {
  const { store, now } = deps;

  /** Nobody else can be told of what went wrong. */
  const telling = async (work: Promise<unknown>): Promise<void> => {
    await work.catch((error: unknown) => showTrouble(now(), errorCode(error)));
  };

  const act = async (rows: readonly Row[], intentFor: (row: Row) => Intent): Promise<void> => {
    if (!(await store.read()).status.isConnected) throw new CompanionError('notConnected');
    const at = now();
    const intents = rows.map((row, index) => ({
      id: `${actID(at)}:${index}`,
      chatID: row.chat.id,
      intent: intentFor(row),
    }));
    if (intents.length > 0) await handlers.act({ intents });
    await showDone(at, await undo.wordsOf(`${actID(at)}:0`));
  };

  const readAll = async () => {
    const rows = actable(await store.read(), 'markRead');
    await act(rows, ({ chat }) => ({ kind: 'markRead', seenTo: chat.lastActivity }));
  };

  const archiveNewest = async () => {
    const [newest] = actable(await store.read(), 'archive');
    await act(newest ? [newest] : [], () => ({ kind: 'archive' }));
  };

  const setQuiet = async (wish: QuietWish) => {
    await handlers.setQuiet({ wish: possible(wish, await store.read(), now()) });
  };

  const togglePause = async () => {
    const isQuiet = quietEndsAt(quietness(await store.read()), now()) !== undefined;
    await setQuiet(isQuiet ? 'over' : 'hour');
  };

  const showBeeper = async () => {
    await openBeeper(deps).catch(async (error: unknown) => {
      const { status } = await store.read();
      if (!isUnreachable(errorCode(error)) || status.isElsewhere) throw error;
      openBeeperHere();
      await handlers.openingBeeper(null);
    });
  };

  const deeds: Record<Exclude<MenuDeed, QuietWish>, (clicked: Clicked) => Promise<void>> = {
    refresh: () => handlers.tryAgain(null),
    readAll,
    undo: () => undo.last(),
    openBeeper: showBeeper,
    settings: () => browser.runtime.openOptionsPage(),
    send: (clicked) => beginWith('send', textOfClicked(clicked)),
    remind: (clicked) => beginWith('remindPage', textOfPage(clicked)),
  };

  const commands: Readonly<Record<string, () => Promise<void>>> = {
    'archive-newest': archiveNewest,
    pause: togglePause,
  };

  return {
    menuClicked: async (id: unknown, clicked: Clicked): Promise<void> => {
      if (!isMenuDeed(id)) return;
      await telling(isQuietWish(id) ? setQuiet(id) : deeds[id](clicked));
    },
    command: async (name: string): Promise<void> => {
      if (Object.hasOwn(commands, name)) await telling(commands[name]?.() ?? Promise.resolve());
    },
    ...createTyped(deps, { handlers, telling }),
    /** The browser lets us into its menus, or no longer. */
    menusAllowed: async (): Promise<void> => {
      await menus.anew();
    },
    undo: (at: number) => telling(undo.one(`${actID(at)}:0`)),
  };
}

function actID(at: number): string {
  return `place:${at}`;
}

/** A page that shows nothing of the web has nothing to begin with. */
async function beginWith(kind: 'send' | 'remindPage', text: string): Promise<void> {
  if (text) await openErrand({ kind, text });
}

/**
 * Unread chats with which this can be done, the newest first; empty where none is unread.
 *
 * @throws CompanionError why it can be done with none of those that are
 */
function actable(state: State, deed: 'archive' | 'markRead'): Row[] {
  const unread = unreadRows(state);
  const can = canActWith(state.status);
  const able = unread.filter(({ chat }) => canActOn(can, chat)[deed]);
  if (unread.length > 0 && able.length === 0) {
    throw new CompanionError(whyNot(deed, state.status));
  }
  return able;
}

/** A menu may offer the evening a while longer than there is one ahead: an hour is near enough. */
function possible(wish: QuietWish, { settings }: State, now: number): QuietWish {
  const isOffered = quietOffers(now, settings.reminders).some((offer) => offer.wish === wish);
  return wish === 'over' || isOffered ? wish : 'hour';
}
