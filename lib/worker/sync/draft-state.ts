import type { Chats } from '@/lib/model/chats/merge';
import { draftOf, type Drafts, marksOf, putDraft } from '@/lib/model/messages/draft';
import { stepOf } from '@/lib/model/messages/merge-draft';
import type { State } from '@/lib/worker/core/state';

/** The state with these drafts, and with the chats whose rows tell of them. */
export function withDrafts(state: State, drafts: Drafts): State {
  if (drafts === state.drafts) return state;
  const ids = new Set([...Object.keys(state.drafts.byChat), ...Object.keys(drafts.byChat)]);
  return { ...state, drafts, chats: marked(state.chats, drafts, ids) };
}

/** Brings the drafts in line with what Beeper says of its own: what is newer there is taken. */
export function followDrafts(state: State): State {
  let { drafts } = state;
  const ids = Object.keys(drafts.byChat);
  if (ids.length === 0) return state;
  for (const id of ids) drafts = followed(drafts, id, state.chats.get(id)?.draft ?? '');
  return { ...state, drafts, chats: marked(state.chats, drafts, ids) };
}

function followed(drafts: Drafts, chatID: string, theirs: string): Drafts {
  const draft = draftOf(drafts, chatID);
  // What is on its way or may have arrived is not to change under anybody's eyes.
  if (!draft?.agreed || draft.send) return drafts;
  const step = stepOf(draft, theirs);
  if (step !== 'take' && step !== 'agreed') return drafts;
  const text = step === 'take' ? theirs : draft.text;
  if (text === draft.text && theirs === draft.agreed.theirs) return drafts;
  return putDraft(drafts, chatID, { ...draft, text, agreed: { ours: text, theirs } });
}

function marked(chats: Chats, drafts: Drafts, ids: Iterable<string>): Chats {
  const changed = new Map(chats);
  let isSame = true;
  for (const id of ids) {
    const chat = chats.get(id);
    const marks = marksOf(draftOf(drafts, id));
    if (!chat || (chat.isBegun === marks.isBegun && chat.lost === marks.lost)) continue;
    const { isBegun: _begun, lost: _lost, ...rest } = chat;
    changed.set(id, { ...rest, ...marks });
    isSame = false;
  }
  return isSame ? chats : changed;
}
