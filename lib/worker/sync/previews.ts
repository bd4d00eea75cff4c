import { forEachLimited } from '@/lib/base/async';
import { CompanionError } from '@/lib/base/errors';
import { MINUTE } from '@/lib/base/time';
import { readPreview } from '@/lib/beeper/parse/message';
import { isLater, isUnread, type Preview } from '@/lib/model/chats/chat';
import { isBackingOff, troubled } from '@/lib/worker/core/problems';
import type { Session } from '@/lib/worker/core/session';
import { readContext } from '@/lib/worker/core/state';
import { takeNewest } from './poll';
import { AT_ONCE, skipChat } from './refetch';

const FIRST_SCREEN = 12;

/** Last messages for the chats a person sees first and of which only a search has told. */
export async function fillFirstPreviews(session: Session): Promise<void> {
  const { chats } = await session.read();
  const first = [...chats.values()]
    .filter((chat) => chat.box === 'primary' && isUnread(chat))
    .toSorted((a, b) => b.lastActivity - a.lastActivity)
    .slice(0, FIRST_SCREEN);
  await fillPreviews(
    session,
    first.map(({ id }) => id),
  );
}

/**
 * The same for chats a page asks about. It may ask for hundreds, one portion after the other: a
 * Beeper that is asked too much is left alone as long as it wants.
 *
 * @throws CompanionError what Beeper answered, `rateLimited` also during the pause
 */
export async function fetchPreviews(session: Session, ids: readonly string[]): Promise<void> {
  const { status } = await session.read();
  if (isBackingOff(status, session.now())) throw new CompanionError('rateLimited');
  await fillPreviews(session, ids).catch(async (error: unknown) => {
    if (error instanceof CompanionError && error.code === 'rateLimited') {
      await session.update((state) => troubled(state, error, 'poll', session.now()));
    }
    throw error;
  });
}

/** Last messages for these chats. One that fails stays without; the next look tries again. */
export async function fillPreviews(session: Session, ids: readonly string[]): Promise<void> {
  const bare = (await withoutPreview(session, ids)).filter((id) => !asking.has(id));
  for (const id of bare) asking.add(id);
  try {
    if (await areRecent(session, bare)) await takeNewest(session).catch(skipChat);
    const left = await withoutPreview(session, bare);
    await forEachLimited(left, AT_ONCE, (id) => fillPreview(session, id));
  } finally {
    for (const id of bare) asking.delete(id);
  }
}

async function withoutPreview(session: Session, ids: readonly string[]): Promise<string[]> {
  const { chats } = await session.read();
  return ids.filter((id) => chats.get(id)?.preview === undefined);
}

/** For more than this one answer is asked for, which brings those of the newest chats. */
const FEW = 3;
const RECENT = MINUTE;

async function areRecent(session: Session, ids: readonly string[]): Promise<boolean> {
  const { chats } = await session.read();
  const since = session.now() - RECENT;
  return ids.filter((id) => (chats.get(id)?.lastActivity ?? 0) > since).length > FEW;
}

/** Asked for at this moment: the popup and the poll may want the same ones. */
const asking = new Set<string>();

async function fillPreview(session: Session, chatID: string): Promise<void> {
  const page = await session.api.messages(chatID).catch(skipChat);
  await session.update((state) => {
    const chat = state.chats.get(chatID);
    // A poll may have brought it meanwhile, and a newer one.
    if (!chat || chat.preview || page === 'skip') return state;
    const context = readContext(state);
    const previews = page.items.flatMap((item) => readPreview(item, context) ?? []);
    const [first = NOTHING_SAID, ...others] = previews;
    // Where nothing says their order, the server's list begins with the last one.
    const newest = others.reduce((a, b) => (a.sortKey && isLater(b, a) ? b : a), first);
    return { ...state, chats: new Map(state.chats).set(chatID, { ...chat, preview: newest }) };
  });
}

/** Stands for a chat without messages, so that it is not asked again. */
const NOTHING_SAID: Preview = { messageID: '', text: '', isOwn: false, at: 0 };
