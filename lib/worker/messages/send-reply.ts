import { MINUTE } from '@/lib/base/time';
import { toLine } from '@/lib/text/clip';
import { type OwnMessage, readOwnMessage } from '@/lib/beeper/parse/message';
import { draftOf, type Draft, type Send, type SeenBefore } from '@/lib/model/messages/draft';
import { isSameText } from '@/lib/model/messages/merge-draft';
import {
  isSending,
  markFailed,
  markSending,
  markSent,
  markUnsure,
  type Which,
} from '@/lib/model/messages/reply';
import { attendTo } from '@/lib/model/reminders/reminder';
import { DID_NOTHING, explain, TELLING } from '@/lib/worker/actions/explain';
import { noted, troubled } from '@/lib/worker/core/problems';
import type { Session } from '@/lib/worker/core/session';
import { readContext, type State } from '@/lib/worker/core/state';
import { withDrafts } from '@/lib/worker/sync/draft-state';

/**
 * Sends what was asked for, once. First the chat is looked at: who cannot be asked cannot be written
 * to either, and what is there now is not the message that leaves next.
 */
export async function sendReply(session: Session, which: Which): Promise<void> {
  const asked = await sendOf(session, which);
  if (!asked) return;
  try {
    const there = await ownMessages(session, which.chatID);
    if (asked.earlier && hasArrived(there, asked.text, asked.earlier)) {
      return await settle(session, which);
    }
    const seen = there.filter(({ text }) => isSameText(text, asked.text)).map(({ id }) => id);
    const { drafts } = await session.update((state) =>
      withDrafts(state, markSending(state.drafts, which, seen)),
    );
    if (!isSending(drafts, which)) return;
  } catch (error) {
    return fail(session, which, error);
  }
  await leave(session, which, asked.text);
}

/** From here on nobody may send it again but a person. */
async function leave(session: Session, which: Which, text: string): Promise<void> {
  try {
    await session.api.send(which.chatID, text);
  } catch (error) {
    const { code } = await explain(session, error);
    if (DID_NOTHING.has(code)) return fail(session, which, error);
    await session.update((state) =>
      noted(withDrafts(state, markUnsure(state.drafts, which)), code, 'reply', session.now()),
    );
    return findOut(session, which.chatID);
  }
  await settle(session, which);
}

/** Looks whether a message of which that is not known has arrived. */
export async function findOut(session: Session, chatID: string): Promise<void> {
  const draft = draftOf((await session.read()).drafts, chatID);
  const send = draft?.send;
  if (send?.state !== 'unsure') return;
  const there = await ownMessages(session, chatID);
  const { id, text, at, seen = [] } = send;
  if (hasArrived(there, text, { at, seen })) await settle(session, { id, chatID });
}

async function sendOf(session: Session, { id, chatID }: Which): Promise<Send | undefined> {
  const send = draftOf((await session.read()).drafts, chatID)?.send;
  return send?.id === id && send.state === 'asked' ? send : undefined;
}

async function ownMessages(session: Session, chatID: string): Promise<OwnMessage[]> {
  const { items } = await session.api.messages(chatID);
  const context = readContext(await session.read());
  return items.flatMap((item) => readOwnMessage(item, context) ?? []);
}

/** Clocks may differ; what is much older is another message with the same words. */
function hasArrived(there: readonly OwnMessage[], text: string, { at, seen }: SeenBefore): boolean {
  return there.some(
    (message) =>
      isSameText(message.text, text) && !seen.includes(message.id) && message.at > at - 5 * MINUTE,
  );
}

/** Beeper has it: it is the chat's last message, and whoever writes has turned to the chat. */
async function settle(session: Session, which: Which): Promise<void> {
  await session.update((state) => {
    const draft = draftOf(state.drafts, which.chatID);
    const sent = withDrafts(state, markSent(state.drafts, which));
    return draft ? withOwnMessage(sent, which.chatID, draft, session.moment()) : sent;
  });
}

function withOwnMessage(state: State, chatID: string, { send }: Draft, now: number): State {
  const chat = state.chats.get(chatID);
  if (!chat || !send) return state;
  const preview = { messageID: '', text: toLine(send.text), isOwn: true, at: send.at };
  const lastActivity = Math.max(chat.lastActivity, send.at);
  const chats = new Map(state.chats).set(chatID, {
    ...chat,
    preview,
    lastActivity,
    writtenAt: now,
  });
  return { ...state, chats, reminders: attendTo(state.reminders, chatID) };
}

async function fail(session: Session, which: Which, error: unknown): Promise<void> {
  const why = await explain(session, error);
  const now = session.now();
  await session.update((state) => {
    const failed = withDrafts(state, markFailed(state.drafts, which, why.code));
    return TELLING.has(why.code)
      ? troubled(failed, why, 'reply', now)
      : noted(failed, why.code, 'reply', now);
  });
}
