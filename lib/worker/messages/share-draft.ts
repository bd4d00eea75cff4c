import { CompanionError } from '@/lib/base/errors';
import { readObject } from '@/lib/base/parse';
import type { BeeperApi } from '@/lib/beeper/client';
import { readChat } from '@/lib/beeper/parse/chat';
import type { Chat } from '@/lib/model/chats/chat';
import { draftOf, isUnderWay, putDraft } from '@/lib/model/messages/draft';
import { stepOf } from '@/lib/model/messages/merge-draft';
import type { Session } from '@/lib/worker/core/session';
import { features, readContext, type State } from '@/lib/worker/core/state';
import { withDrafts } from '@/lib/worker/sync/draft-state';
import { refresh } from '@/lib/worker/sync/refetch';

/**
 * Shows a draft of ours in Beeper's own, where the server keeps drafts. Nothing there is written
 * over that is not what ours was made of (lib/model/messages/merge-draft.ts).
 */
export async function shareDraft(session: Session, chatID: string): Promise<void> {
  if (!isToBeShared(await session.read(), chatID)) return;
  const raw = await refresh(session, chatID);
  const state = await session.read();
  const draft = draftOf(state.drafts, chatID);
  if (!draft || !isToBeShared(state, chatID) || hasFiles(raw)) return;
  const ours = draft.text.trim() ? draft.text : '';
  const answer = await replace(session.api, chatID, {
    ours,
    theirs: state.chats.get(chatID)?.draft,
  });
  const theirs = readChat(answer, readContext(state))?.draft ?? ours;
  await session.update((before) => agreedOn(before, chatID, { ours, theirs }, session.moment()));
}

/** Chats whose drafts are yet to be shown in Beeper. */
export function unsharedDrafts(state: State): string[] {
  return Object.keys(state.drafts.byChat).filter((chatID) => isToBeShared(state, chatID));
}

function isToBeShared(state: State, chatID: string): boolean {
  const draft = draftOf(state.drafts, chatID);
  const chat = state.chats.get(chatID);
  if (!draft || !chat || chat.cannot?.includes('send') || isUnderWay(draft)) return false;
  const canShare = features(state).patchChat && state.status.access !== 'readOnly';
  return canShare && stepOf(draft, chat.draft ?? '') === 'put';
}

/** What is there has to be taken away first. Somebody who began to write meanwhile is left alone. */
async function replace(
  api: BeeperApi,
  chatID: string,
  { ours, theirs = '' }: { ours: string; theirs?: string | undefined },
): Promise<unknown> {
  const emptied = theirs ? await api.setDraft(chatID, null) : undefined;
  return ours ? api.setDraft(chatID, ours) : (emptied ?? {});
}

/** Files are begun with it there, of which nothing is known here. */
function hasFiles(raw: unknown): boolean {
  const files = readObject(readObject(readObject(raw)?.draft)?.attachments);
  return files !== undefined && Object.keys(files).length > 0;
}

function agreedOn(
  state: State,
  chatID: string,
  agreed: { ours: string; theirs: string },
  writtenAt: number,
): State {
  const told = ({ draft: _before, ...chat }: Chat): Chat => ({
    ...chat,
    writtenAt,
    ...(agreed.theirs && { draft: agreed.theirs }),
  });
  const known = state.chats.get(chatID);
  const draft = draftOf(state.drafts, chatID);
  const next = known ? { ...state, chats: new Map(state.chats).set(chatID, told(known)) } : state;
  return draft ? withDrafts(next, putDraft(next.drafts, chatID, { ...draft, agreed })) : next;
}

/** One that Beeper does not take stays here; there is nothing in it to be told. */
export function unlessRefused(error: unknown): void {
  if (!(error instanceof CompanionError) || error.code !== 'refused') throw error;
}
