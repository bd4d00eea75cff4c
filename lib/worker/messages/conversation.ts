import { readObject } from '@/lib/base/parse';
import type { Page } from '@/lib/beeper/client';
import { readNames } from '@/lib/beeper/parse/chat';
import { type Names, readMessagePage } from '@/lib/beeper/parse/conversation';
import { readSender } from '@/lib/beeper/parse/message';
import type { MessagePage } from '@/lib/model/messages/conversation';
import { type Deps, demandSession, type Session } from '@/lib/worker/core/session';
import { readContext, type State } from '@/lib/worker/core/state';

/** Of how many people of a group the names are asked for. */
const PEOPLE = 500;

/**
 * Messages of a chat, only looked at: reading them here does not mark them as read anywhere.
 *
 * @param cursor where an earlier page ended; left out, the newest ones
 * @throws CompanionError what is wrong
 */
export async function peek(
  deps: Deps,
  { chatID, cursor }: { chatID: string; cursor?: string },
): Promise<MessagePage> {
  const session = await demandSession(deps);
  const page = await session.api.messages(chatID, cursor);
  const state = await session.read();
  const isGroup = state.chats.get(chatID)?.isGroup ?? true;
  const names = !isGroup && isNamed(page, state) ? NOBODY : await namesIn(session, chatID);
  return readMessagePage(page, readContext(state), names);
}

const NOBODY: Names = new Map();

/** Messages name their senders, often enough by no more than a handle; in a group that is nobody's. */
function isNamed({ items }: Page, { accounts }: State): boolean {
  return items.every((item) => {
    const { isOwn, sender } = readSender(readObject(item) ?? {}, accounts, NOBODY);
    return isOwn || sender !== undefined;
  });
}

/** The people of a chat know their names better. Without them, it is looked at all the same. */
function namesIn({ api }: Session, chatID: string): Promise<Names> {
  return api.chat(chatID, PEOPLE).then(readNames, () => NOBODY);
}
