import { CompanionError } from '@/lib/base/errors';
import { type Clicked, textOfClicked, textOfPage } from '@/lib/browser/menus/clicked-text';
import { type MenuCommand, isMenuCommand, isQuietDuration } from '@/lib/browser/menus/entries';
import { showDone } from '@/lib/browser/notifications';
import { openHandoff } from '@/lib/browser/open-handoff';
import { openSettings } from '@/lib/browser/pages';
import type { Intent } from '@/lib/model/actions/intent';
import { canActOn, canActWith, whyNot } from '@/lib/model/chats/capabilities';
import type { Row } from '@/lib/model/chats/rows';
import { unreadRows } from '@/lib/model/list/tabs';
import type { QuietDuration } from '@/lib/model/quiet/override';
import type { Commands } from '@/lib/worker/commands/commands';
import type { Deps } from '@/lib/worker/core/session';
import type { State } from '@/lib/worker/core/state';
import { actionID, notifyingTrouble } from './without-page';

/**
 * What a person does in the browser's menus and by its keys. A notification says what was done, or
 * what went wrong.
 */
export function createMenuAndKeyEvents(deps: Deps, commands: Commands) {
  const { store, now } = deps;

  const act = async (rows: readonly Row[], intentFor: (row: Row) => Intent): Promise<void> => {
    if (!(await store.read()).status.isConnected) throw new CompanionError('notConnected');
    const at = now();
    const intents = rows.map((row, index) => ({
      id: `${actionID(at)}:${index}`,
      chatID: row.chat.id,
      intent: intentFor(row),
    }));
    if (intents.length > 0) await commands.act({ intents });
    await showDone(at, await commands.describeAct(`${actionID(at)}:0`));
  };

  const markAllRead = async () => {
    const rows = actable(await store.read(), 'markRead');
    await act(rows, ({ chat }) => ({ kind: 'markRead', seenTo: chat.lastActivity }));
  };

  const archiveNewest = async () => {
    const [newest] = actable(await store.read(), 'archive');
    await act(newest ? [newest] : [], () => ({ kind: 'archive' }));
  };

  const menu: Record<Exclude<MenuCommand, QuietDuration>, (clicked: Clicked) => Promise<void>> = {
    refresh: commands.tryAgain,
    readAll: markAllRead,
    undo: commands.undoLast,
    openBeeper: commands.openBeeper,
    settings: openSettings,
    send: (clicked) => beginWith('send', textOfClicked(clicked)),
    remind: (clicked) => beginWith('remindPage', textOfPage(clicked)),
  };

  const keys: Readonly<Record<string, () => Promise<void>>> = {
    'archive-newest': archiveNewest,
    pause: commands.toggleQuiet,
  };

  return {
    menuClicked: async (id: unknown, clicked: Clicked): Promise<void> => {
      if (!isMenuCommand(id)) return;
      const work = isQuietDuration(id) ? commands.setQuietIfPossible(id) : menu[id](clicked);
      await notifyingTrouble(deps, work);
    },
    command: async (name: string): Promise<void> => {
      const run = Object.hasOwn(keys, name) ? keys[name] : undefined;
      if (run) await notifyingTrouble(deps, run());
    },
  };
}

/** A page that shows nothing of the web has nothing to begin with. */
async function beginWith(kind: 'send' | 'remindPage', text: string): Promise<void> {
  if (text) await openHandoff({ kind, text });
}

/**
 * Unread chats with which this can be done, the newest first; empty where none is unread.
 *
 * @throws CompanionError why it can be done with none of those that are
 */
function actable(state: State, action: 'archive' | 'markRead'): Row[] {
  const unread = unreadRows(state);
  const can = canActWith(state.status);
  const able = unread.filter(({ chat }) => canActOn(can, chat)[action]);
  if (unread.length > 0 && able.length === 0) {
    throw new CompanionError(whyNot(action, state.status));
  }
  return able;
}
