import type { ErrorCode } from '@/lib/base/errors';
import { readArray, readObject } from '@/lib/base/parse';
import { readAccounts } from '@/lib/beeper/parse/account';
import { readMessagePage } from '@/lib/beeper/parse/conversation';
import { readDetails } from '@/lib/beeper/parse/details';
import { readPreview } from '@/lib/beeper/parse/message';
import type { Outbox } from '@/lib/model/actions/outbox';
import type { Chat } from '@/lib/model/chats/chat';
import type { MessagePage } from '@/lib/model/messages/conversation';
import type { Details } from '@/lib/model/messages/details';
import { ITEMS, type Slices } from '@/lib/storage/items';
import { readContext, type State } from '@/lib/worker/core/state';
import { mergeIntoState, readAll, withIdentity } from '@/lib/worker/sync/poll';
import { anEntry } from './builders';
import { NOON } from './clock';

/** What Beeper has answered to whoever looks at the popup. */
export interface Answered {
  lists: readonly unknown[];
  chat: unknown;
  messages: unknown;
  accounts: unknown;
  version: string;
  trouble: ErrorCode | undefined;
}

/** What the worker makes of these answers. */
export function stateOf(answered: Answered): State {
  const { lists, chat, messages, accounts, version, trouble } = answered;
  const fallbacks = Object.entries(ITEMS).map(([name, { fallback }]) => [name, fallback] as const);
  const empty: State = {
    ...(Object.fromEntries(fallbacks) as unknown as Slices),
    status: { isConnected: true, connectedAt: 0, syncedAt: NOON, ...(trouble && { trouble }) },
    chats: new Map(),
  };
  const known = withIdentity(empty, { accounts: readAccounts(accounts) ?? [], version });
  const context = readContext(known);
  const remotes = readAll([...lists.flatMap(itemsOf), chat], context);
  const state = mergeIntoState(known, remotes, { requestedAt: NOON }, NOON);
  const previews = itemsOf(messages).flatMap((item) => readPreview(item, context) ?? []);
  const chats = [...state.chats.values()].map((one, index): [string, Chat] => {
    const preview = previews[index] ?? one.preview;
    return [one.id, { ...one, ...(preview && { preview }) }];
  });
  return { ...state, chats: new Map(chats), outbox: outboxOf(chats.map(([id]) => id)) };
}

/** One act was given up, one waits for Beeper. */
function outboxOf([first, second]: readonly string[]): Outbox {
  const error = 'serverTrouble';
  const entries = [
    ...(first ? [anEntry({ id: '1', chatID: first, state: 'failed', error })] : []),
    ...(second ? [anEntry({ id: '2', chatID: second, attempts: 1, error })] : []),
  ];
  return { entries, done: [] };
}

/** What the worker answers who peeks at a chat or asks for its details. */
export interface LookedAt {
  page: MessagePage;
  details: Details;
}

/** What cannot be a chat is answered as one of nothing. */
export function peekedAt(answered: Answered): LookedAt {
  const context = readContext(stateOf(answered));
  return {
    page: readMessagePage({ items: itemsOf(answered.messages) }, context, new Map()),
    details: readDetails(answered.chat, context) ?? NOTHING_KNOWN,
  };
}

const NOTHING_KNOWN: Details = { title: '', network: '', people: [], peopleCount: 0 };

function itemsOf(answer: unknown): readonly unknown[] {
  return readArray(readObject(answer)?.items) ?? [];
}
