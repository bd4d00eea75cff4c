import { readChat } from '../api/read-chat';
import { readPreview } from '../api/read-message';
import { type Box, type Chat, isUnread, type Preview } from '../chat';
import { CompanionError, isUnreachable } from '../errors';
import {
  type Chats,
  explainVanishing,
  type Polled,
  removeChat,
  SEEN_PRECISION,
  takeForRead,
  vanishedFromUnread,
} from '../inbox';
import { forEachFew } from '../parallel';
import { SECOND } from '../time';
import { dueWalk, nextStep, type Walk } from '../walk';
import { absorb, identify, readAll } from './poll';
import type { Session } from './session';
import { readContext, type State } from './state';

/** More vanished at once is somebody marking all as read: not worth asking after each. */
const MOST_LOOKS = 20;
const AT_ONCE = 4;
/** Pages of the walk a poll; the first walk of 10,000 chats takes 50. */
const PAGES_A_POLL = 10;
const FIRST_SCREEN = 12;

/** Asks after chats that are no longer among the unread ones: read, archived, or gone? */
export async function lookAtVanished(session: Session, polled: Polled): Promise<void> {
  const vanished = vanishedFromUnread((await session.read()).chats, polled);
  const asked = vanished.slice(0, MOST_LOOKS);
  const rest = vanished.slice(MOST_LOOKS);
  if (rest.length > 0) {
    await session.update((state) => ({ ...state, chats: takeForRead(state.chats, rest) }));
  }
  await forEachFew(asked, AT_ONCE, (chat) => look(session, chat));
}

/** Learns how a single chat stands; one that Beeper no longer has is forgotten. */
async function look(session: Session, { id }: Chat): Promise<void> {
  const requestedAt = session.now();
  const raw = await session.api.chat(id).catch(goneOr).catch(skipChat);
  await session.update((state) => {
    if (raw === 'gone') return forget(state, id);
    if (raw === 'skip') return { ...state, chats: takeAsSeen(state.chats, id, requestedAt) };
    const remote = readChat(raw, readContext(state));
    return remote
      ? absorb(state, [explainVanishing(remote)], { requestedAt }, session.now())
      : state;
  });
}

/** Last messages for the chats a person sees first and of which only a search has told. */
export async function fillFirstPreviews(session: Session): Promise<void> {
  const { chats } = await session.read();
  const bare = [...chats.values()]
    .filter((chat) => chat.box === 'primary' && isUnread(chat) && !chat.preview)
    .toSorted((a, b) => b.lastActivity - a.lastActivity)
    .slice(0, FIRST_SCREEN);
  await fillPreviews(
    session,
    bare.map(({ id }) => id),
  );
}

/** Last messages for these chats. One that fails stays without; the next look tries again. */
export async function fillPreviews(session: Session, ids: readonly string[]): Promise<void> {
  const { chats } = await session.read();
  const bare = ids.filter((id) => chats.get(id)?.preview === undefined && !asking.has(id));
  await forEachFew(bare, AT_ONCE, async (id) => {
    asking.add(id);
    await fillPreview(session, id).finally(() => asking.delete(id));
  });
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
    const previews = page.items.map((item) => readPreview(item, context));
    const newest = previews
      .filter((preview) => preview !== undefined)
      .reduce((a, b) => (b.at > a.at ? b : a), NOTHING_SAID);
    return { ...state, chats: new Map(state.chats).set(chatID, { ...chat, preview: newest }) };
  });
}

/** Stands for a chat without messages, so that it is not asked again. */
const NOTHING_SAID: Preview = { messageID: '', text: '', isOwn: false, at: 0 };

/** Goes on with the walk, if one is due, for some pages; asks the accounts anew at its start. */
export async function walkOn(session: Session): Promise<void> {
  for (let pages = 0; pages < PAGES_A_POLL; pages += 1) {
    const { walk: current, chats } = await session.read();
    const walk = dueWalk(current, chats.size, session.now());
    if (!walk?.box) return;
    if (!current.box) await identify(session);
    await walkPage(session, walk, walk.box);
  }
}

async function walkPage(session: Session, walk: Walk, box: Box): Promise<void> {
  const requestedAt = session.now();
  const page = await session.api
    .searchChats({ inbox: box, cursor: walk.cursor })
    .catch((error: unknown) => startListAnew(session, walk, error));
  await session.update((state) => {
    const remotes = readAll(page.items, readContext(state), box);
    const seen = absorb(state, remotes, { requestedAt }, session.now());
    const next = page.items.length > 0 ? page.next : undefined;
    return { ...seen, walk: nextStep(walk, next, session.now()) };
  });
}

/** A cursor kept over a restart may mean nothing any more: the list is begun again without it. */
async function startListAnew(session: Session, walk: Walk, error: unknown): Promise<never> {
  const { cursor, pages: _pages, ...rest } = walk;
  if (cursor !== undefined) await session.update((state) => ({ ...state, walk: rest }));
  throw error;
}

/** Reminders about to ring are looked at once more: moved or cleared in Beeper since? */
export async function lookAtNextBells(session: Session): Promise<void> {
  const { reminders, chats } = await session.read();
  const soon = Object.values(reminders).filter(
    ({ bell, kept, at }) =>
      bell === 'set' && kept === 'seen' && at > session.now() && at - session.now() < SOON,
  );
  await forEachFew(
    soon.flatMap(({ chatID }) => chats.get(chatID) ?? []).slice(0, MOST_LOOKS),
    AT_ONCE,
    (chat) => look(session, chat),
  );
}

/** Two polls at the usual interval, and some. */
const SOON = 75 * SECOND;

/** After a finished walk: chats it did not meet are looked at one by one, and may be gone. */
export async function lookAtUnseen(session: Session): Promise<void> {
  const { chats, walk } = await session.read();
  if (walk.finishedAt === undefined || walk.startedAt === undefined) return;
  const oldest = walk.startedAt - SEEN_PRECISION;
  const unseen = [...chats.values()].filter(({ seenAt }) => seenAt < oldest).slice(0, MOST_LOOKS);
  await forEachFew(unseen, AT_ONCE, (chat) => look(session, chat));
}

/** Its reminder stays: Beeper may only be syncing, and a person asked to be reminded. */
function forget(state: State, chatID: string): State {
  return { ...state, chats: removeChat(state.chats, chatID) };
}

function goneOr(error: unknown): 'gone' {
  if (error instanceof CompanionError && error.code === 'chatGone') return 'gone';
  throw error;
}

/** One chat may answer 500 for good; only what concerns all of Beeper ends the work. */
function skipChat(error: unknown): 'skip' {
  if (error instanceof CompanionError && !isUnreachable(error.code)) return 'skip';
  throw error;
}

/** A chat that cannot be asked after: taken for read, and not asked after again for a while. */
function takeAsSeen(chats: Chats, id: string, seenAt: number): Chats {
  const chat = chats.get(id);
  return chat ? takeForRead(chats, [{ ...chat, seenAt }]) : chats;
}
