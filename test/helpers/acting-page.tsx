import { act, render } from '@testing-library/preact';
import { useState } from 'preact/hooks';

import { Inbox } from '@/components/popup/Inbox';
import { useActs } from '@/components/popup/actions/use-act';
import { CompanionError } from '@/lib/base/errors';
import { applyIntent, type RequestedActions, type Intent } from '@/lib/model/actions/intent';
import { markDone } from '@/lib/model/actions/outbox';
import type { Chats } from '@/lib/model/chats/merge';
import { NO_FILTER } from '@/lib/model/list/filter';
import { pageView } from '@/lib/model/list/page-view';
import type { Tab } from '@/lib/model/list/tabs';
import type { Reminders } from '@/lib/model/reminders/reminder';
import { answerInstead } from '@/lib/requests/bridge';
import { ITEMS, type Slices } from '@/lib/storage/items';
import { saveItems, writeOf } from '@/lib/storage/local';
import { enqueueActions } from '@/lib/worker/actions/enqueue';
import type { State } from '@/lib/worker/core/state';
import { allowPopovers } from './popovers';

allowPopovers();

interface Given {
  chats: Chats;
  reminders?: Reminders;
  tab?: Tab;
}

/** The list as a page shows it, over a worker that takes acts in and a Beeper that does them at once. */
export function openPage({ chats, reminders = {}, tab = 'unread' }: Given) {
  const fallbacks = Object.entries(ITEMS).map(([name, { fallback }]) => [name, fallback] as const);
  let state: State = {
    ...(Object.fromEntries(fallbacks) as unknown as Slices),
    status: { isConnected: true, isLive: true, access: 'full', version: '4.3.20', syncedAt: 1 },
    reminders,
    chats,
  };
  let refusals = 0;
  let show: ((next: State) => void) | undefined;

  const change = async (next: State) => {
    state = next;
    await saveItems([writeOf(ITEMS.history, state.history)]);
    await act(() => show?.(state));
  };
  const take = async (asked: RequestedActions) => {
    refusals -= 1;
    if (refusals >= 0) throw new CompanionError('workerSilent');
    await change(done(enqueueActions(state, asked, Date.now()), asked));
  };
  answerInstead(async (name, payload) =>
    name === 'act' ? take(payload as RequestedActions) : undefined,
  );

  function Page() {
    const [world, setWorld] = useState(state);
    show = setWorld;
    const acts = useActs(world);
    const listQuery = { tab, query: '', filter: NO_FILTER };
    const view = pageView(world, null, { ...listQuery, acts: acts.unconfirmed });
    return (
      view && (
        <Inbox
          view={view}
          snapshot={world}
          acts={acts}
          listQuery={listQuery}
          onTab={() => undefined}
          onQuery={() => undefined}
          onFilter={() => undefined}
          openSettings={() => undefined}
        />
      )
    );
  }

  render(<Page />);
  return {
    chat: (id: string) => state.chats.get(id),
    reminder: (id: string) => state.reminders[id],
    archived: () =>
      [...state.chats.values()].flatMap(({ id, box }) => (box === 'archive' ? [id] : [])),
    /** The worker does not take the next ones in. */
    refuse: (times: number) => {
      refusals = times;
    },
    /** Done in another page. */
    elsewhere: (chatID: string, intent: Intent) =>
      take({ intents: [{ id: `elsewhere:${chatID}`, chatID, intent }] }),
    change,
    state: () => state,
  };
}

function done(state: State, { intents }: RequestedActions): State {
  const chats = new Map(state.chats);
  for (const { chatID, intent } of intents) {
    const chat = chats.get(chatID);
    if (chat) chats.set(chatID, applyIntent(chat, intent));
  }
  const ids = intents.map(({ id }) => id);
  return { ...state, chats, outbox: markDone(state.outbox, ids) };
}
