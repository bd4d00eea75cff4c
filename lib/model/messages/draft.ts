import type { ErrorCode } from '@/lib/base/errors';
import { MINUTE } from '@/lib/base/time';
import type { Chat } from '@/lib/model/chats/chat';

/**
 * `asked`: stored, nothing has left yet. `sending`: it may have left. `unsure`: it may have arrived,
 * and nobody said so. `failed`: it has not been sent, or was refused.
 */
export const SEND_STATES = ['asked', 'sending', 'unsure', 'failed'] as const;
type SendState = (typeof SEND_STATES)[number];

/** One press of "Send". It leaves at most once: a message sent twice arrives twice. */
export interface Send {
  /** Made where it was pressed, so that a repeated request is known as one. */
  id: string;
  text: string;
  /** When it was pressed, ms. */
  at: number;
  state: SendState;
  /** Why it was not sent; left out when the worker was stopped before it could be. */
  error?: ErrorCode;
  /** Own messages with the same words that were in the chat before it left. */
  seen?: readonly string[];
  /** The same words were sent before, and nobody knows whether they arrived. */
  earlier?: SeenBefore;
}

/** What tells a message that arrived from those that were there before. */
export interface SeenBefore {
  /** When it was pressed, ms. */
  at: number;
  seen: readonly string[];
}

/** What somebody has begun to write in a chat. */
export interface Draft {
  text: string;
  /** When it was last changed here, ms. */
  at: number;
  /** The draft that was last known to be the same here and at Beeper (see merge-draft.ts). */
  agreed?: Agreed;
  send?: Send;
}

/** Beeper makes HTML of a draft: what comes back may be other words than those given. */
export interface Agreed {
  ours: string;
  theirs: string;
}

export interface Drafts {
  byChat: Readonly<Record<string, Draft>>;
  /** Ids of sends that arrived, newest last. */
  done: readonly string[];
  /** Ids of sends that have left or were given up, newest last: a repeated request does nothing. */
  gone: readonly string[];
}

export const EMPTY_DRAFTS: Drafts = { byChat: {}, done: [], gone: [] };

const REMEMBERED = 50;

/** The list with these ids as its newest. */
export function remembering(ids: readonly string[], ...newest: string[]): readonly string[] {
  return newest.length > 0 ? [...ids, ...newest].slice(-REMEMBERED) : ids;
}

/** The draft of a chat; one that is called as every object's own members has none of those. */
export function draftOf({ byChat }: Drafts, chatID: string): Draft | undefined {
  return Object.hasOwn(byChat, chatID) ? byChat[chatID] : undefined;
}

/** What the row of a chat tells of what is begun there. */
export function marksOf(draft: Draft | undefined): Pick<Chat, 'isBegun' | 'lost'> {
  const state = draft?.send?.state;
  if (state === 'unsure' || state === 'failed') return { isBegun: true, lost: state };
  return draft?.text.trim() ? { isBegun: true } : {};
}

/** Whether it is on its way at this moment. */
export function isUnderWay(draft: Draft | undefined): boolean {
  const state = draft?.send?.state;
  return state === 'asked' || state === 'sending';
}

export interface Written {
  chatID: string;
  text: string;
  /** When it was typed, ms. */
  at: number;
  /** What the field began with: Beeper's draft, where there was none here. */
  from: string;
}

/** Takes in what was typed. An emptied field gives up what was not sent, too. */
export function writeDraft(drafts: Drafts, { chatID, text, at, from }: Written): Drafts {
  const known = draftOf(drafts, chatID);
  // It came late: something typed after it is here already. Never long after, if no clock was set.
  if (known && known.at > at && known.at - at < MINUTE) return drafts;
  const agreed = known?.agreed ?? (from && !known ? { ours: from, theirs: from } : undefined);
  const isGivenUp = !text.trim() && !isUnderWay(known);
  const send = isGivenUp ? undefined : known?.send;
  const gone = isGivenUp && known?.send ? remembering(drafts.gone, known.send.id) : drafts.gone;
  const draft = { text, at, ...(agreed && { agreed }), ...(send && { send }) };
  return putDraft({ ...drafts, gone }, chatID, draft);
}

/**
 * Puts words below what is begun in a chat, and does nothing where they stand there already.
 *
 * @param theirs Beeper's own draft of the chat
 */
export function addToDraft(
  drafts: Drafts,
  { chatID, text, at }: Omit<Written, 'from'>,
  theirs: string,
): Drafts {
  const begun = draftOf(drafts, chatID)?.text ?? theirs;
  if (begun === text || begun.endsWith(`\n${text}`)) return drafts;
  const together = begun.trim() ? `${begun.trimEnd()}\n${text}` : text;
  return writeDraft(drafts, { chatID, text: together, at, from: theirs });
}

/** With this draft; one that says nothing, here and at Beeper, is none. */
export function putDraft(drafts: Drafts, chatID: string, draft: Draft): Drafts {
  const { [chatID]: _before, ...others } = drafts.byChat;
  const isNothing = !draft.text.trim() && !draft.send && !draft.agreed?.theirs;
  return { ...drafts, byChat: isNothing ? others : { ...others, [chatID]: draft } };
}
