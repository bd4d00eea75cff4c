import { errorCode } from '@/lib/base/errors';
import { readObject, readText } from '@/lib/base/parse';
import type { MessagePage } from '@/lib/beeper/client';
import { readChat, readNames } from '@/lib/beeper/parse/chat';
import { readPreview } from '@/lib/beeper/parse/message';
import type { MessageHit, MessageSearch } from '@/lib/model/list/search/message-search';
import { type Deps, openSession } from '@/lib/worker/core/session';
import { readContext, type State } from '@/lib/worker/core/state';

/** Characters of a message's text: the words may be far from its beginning. */
const TOLD = 2000;

/**
 * Messages that Beeper finds. They are looked at and not kept.
 *
 * @returns `null` where this Beeper cannot search
 * @throws CompanionError what is wrong
 */
export async function searchMessages(
  deps: Deps,
  { query, accountIDs, kind }: MessageSearch,
): Promise<readonly MessageHit[] | null> {
  const session = await openSession(deps);
  if (!session) return null;
  const page = await session.api
    .searchMessages({
      query,
      ...(accountIDs.length > 0 && { accountIDs: [...accountIDs] }),
      ...(kind && { chatType: kind === 'group' ? 'group' : 'single' }),
    })
    .catch((error: unknown) => {
      if (errorCode(error) === 'tooOld') return null;
      throw error;
    });
  return page && hitsIn(page, await session.read());
}

/** Newest first; those of chats of which nothing is told are left out. */
function hitsIn({ items, chats }: MessagePage, state: State): MessageHit[] {
  const context = { ...readContext(state), length: TOLD };
  const hits = items.flatMap((item) => {
    const chatID = readText(readObject(item)?.chatID) ?? '';
    const raw = readObject(chats[chatID]);
    const chat = state.chats.get(chatID) ?? (raw && readChat(raw, context));
    const message = readPreview(item, context, raw && readNames(raw));
    if (!chat || !message) return [];
    const { id, title, network = '', isGroup } = chat;
    return [{ chat: { id, title, network, isGroup }, message }];
  });
  return hits.toSorted((a, b) => b.message.at - a.message.at);
}
