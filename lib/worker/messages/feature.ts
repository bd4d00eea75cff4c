import type { Handlers } from '@/lib/requests/bridge';
import type { Context } from '@/lib/worker/core/context';
import { peek } from './conversation';
import { details } from './details';
import { createNewChats } from './new-chat';
import { createReplies } from './reply';
import { searchMessages } from './search';

/** Messages that are looked at, and those that are written: replies, drafts and new chats. */
export function createMessages(context: Context, pollAnew: () => Promise<void>) {
  const { handlers: replies, recovered, tidy } = createReplies(context);
  const reading: Pick<Handlers, 'peek' | 'details' | 'searchMessages'> = {
    peek: (wanted) => peek(context, wanted),
    details: ({ chatID }) => details(context, chatID),
    searchMessages: (wanted) => searchMessages(context, wanted),
  };
  return {
    recovered,
    tidy,
    handlers: { ...replies, ...createNewChats(context, pollAnew), ...reading },
  };
}
