import type { ErrorCode } from '@/lib/base/errors';
import {
  draftOf,
  type Drafts,
  isUnderWay,
  putDraft,
  remembering,
  type Send,
  type SeenBefore,
  writeDraft,
  type Written,
} from './draft';

/**
 * The way of a message, beside the outbox: an intent may be sent twice without doing more, a message
 * may not. Whatever happens, one press of "Send" makes it leave at most once, and its text stays
 * until it is known to have arrived.
 */
export interface Pressed extends Written {
  id: string;
}

/**
 * Takes in that "Send" was pressed. A repeated request does nothing, unless the worker was stopped
 * before anything had left; neither does another one while one is under way.
 */
export function pressSend(drafts: Drafts, pressed: Pressed, now: number): Drafts {
  const { id, chatID, text } = pressed;
  const known = draftOf(drafts, chatID);
  const last = known?.send;
  const isRepeated = drafts.gone.includes(id) || (last?.id === id && !wasNeverTried(last));
  if (isRepeated || !text.trim()) return drafts;
  const written = writeDraft(drafts, pressed);
  if (isUnderWay(known)) return written;
  const earlier = last && earlierOf(last, text);
  const send: Send = { id, text, at: now, state: 'asked', ...(earlier && { earlier }) };
  // What was typed after it was pressed stays in the field.
  const draft = draftOf(written, chatID) ?? { text, at: now };
  const isOther = last !== undefined && last.id !== id;
  const gone = isOther ? remembering(written.gone, last.id) : written.gone;
  return putDraft({ ...written, gone }, chatID, { ...draft, send });
}

function wasNeverTried({ state, error }: Send): boolean {
  return state === 'failed' && error === undefined;
}

function earlierOf(last: Send, text: string): SeenBefore | undefined {
  if (last.text !== text) return undefined;
  return last.state === 'unsure' ? { at: last.at, seen: last.seen ?? [] } : last.earlier;
}

/** It leaves now. Only what is written as `asked` may: ask whether it then is `sending`. */
export function markSending(
  drafts: Drafts,
  { id, chatID }: Which,
  seen: readonly string[],
): Drafts {
  if (draftOf(drafts, chatID)?.send?.state !== 'asked') return drafts;
  const left = changeSend(drafts, { id, chatID }, (send) => ({ ...send, state: 'sending', seen }));
  return left === drafts ? left : { ...left, gone: remembering(left.gone, id) };
}

export type Which = Pick<Pressed, 'id' | 'chatID'>;

export function isSending(drafts: Drafts, { id, chatID }: Which): boolean {
  const send = draftOf(drafts, chatID)?.send;
  return send?.id === id && send.state === 'sending';
}

/** It left, and nobody said that it arrived. */
export function markUnsure(drafts: Drafts, which: Which): Drafts {
  return changeSend(drafts, which, (send) => ({ ...send, state: 'unsure' }));
}

/** It did not leave, or was refused. */
export function markFailed(drafts: Drafts, which: Which, error: ErrorCode): Drafts {
  return changeSend(drafts, which, (send) => ({ ...send, state: 'failed', error }));
}

/** It arrived: the draft is done with, unless more was typed meanwhile. */
export function markSent(drafts: Drafts, { id, chatID }: Which): Drafts {
  const known = draftOf(drafts, chatID);
  if (known?.send?.id !== id) return drafts;
  const { send, ...draft } = known;
  const text = draft.text === send.text ? '' : draft.text;
  const done = remembering(drafts.done, id);
  const gone = remembering(drafts.gone, id);
  return putDraft({ ...drafts, done, gone }, chatID, { ...draft, text });
}

/** The worker was stopped: of what it was doing, nothing is under way any longer. */
export function afterStop(drafts: Drafts, isRunning: (id: string) => boolean): Drafts {
  return Object.entries(drafts.byChat).reduce((before, [chatID, draft]) => {
    const { send } = draft;
    if (!send || !isUnderWay(draft) || isRunning(send.id)) return before;
    const state = send.state === 'asked' ? 'failed' : 'unsure';
    return putDraft(before, chatID, { ...draft, send: { ...send, state } });
  }, drafts);
}

function changeSend(drafts: Drafts, { id, chatID }: Which, change: (send: Send) => Send): Drafts {
  const draft = draftOf(drafts, chatID);
  if (draft?.send?.id !== id) return drafts;
  return putDraft(drafts, chatID, { ...draft, send: change(draft.send) });
}
