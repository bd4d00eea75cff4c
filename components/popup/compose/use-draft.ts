import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

import { type ErrorCode, errorCode } from '@/lib/base/errors';
import type { Chat } from '@/lib/model/chats/chat';
import { draftOf, type Drafts } from '@/lib/model/messages/draft';
import { ask } from '@/lib/requests/bridge';
import { followItem } from '@/lib/storage/follow-item';
import { ITEMS } from '@/lib/storage/items';

/** So long after the last letter what is typed is kept, ms. */
const SETTLED = 300;

/** What is typed in reply to a chat: kept as one types, sent on demand, followed when it changes. */
export function useDraft(chat: Chat, onSent: () => void) {
  const [drafts, setDrafts] = useState<Drafts>();
  const [text, setText] = useState<string>();
  const [error, setError] = useState<ErrorCode>();
  const chatID = chat.id;
  const draft = drafts && draftOf(drafts, chatID);
  const { current } = useRef({ ...UNTOUCHED });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => followItem(ITEMS.drafts, setDrafts), []);
  useEffect(() => {
    // What Beeper has to say of the chat shows by itself; without it, what is known must do.
    ask('openReply', { chatID }).catch(() => undefined);
  }, [chatID]);

  const theirs = chat.draft ?? '';
  useLayoutEffect(() => {
    const isOlder = draft !== undefined && draft.at < current.savedAt;
    if (!drafts || (current.isRead && current.isDirty) || current.asking > 0 || isOlder) return;
    const shown = draft ? draft.text : theirs;
    if (!draft) current.from = theirs;
    // What was typed before the draft was there goes on where that ends.
    const early = current.isRead || draft?.send ? '' : current.text;
    current.isRead = true;
    if (early) return type(shown + early);
    current.text = shown;
    setText(shown);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- all that `type` uses is in `current`
  }, [drafts, draft, theirs, current]);

  // From here on what is stored says whether it is under way.
  useLayoutEffect(() => {
    current.isPressed = false;
  }, [drafts, current]);

  const isSent = drafts?.done.includes(current.pressed) ?? false;
  useEffect(() => {
    if (isSent) onSent();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, whoever is to be told
  }, [isSent]);

  const written = () => {
    clearTimeout(timer.current);
    current.savedAt = Date.now();
    current.isDirty = false;
    return { chatID, text: current.text, at: current.savedAt, from: current.from };
  };
  const save = (isLeft: boolean) => {
    if (!current.isDirty || !current.isRead) return;
    void told(ask('saveDraft', { ...written(), isLeft }));
  };
  /** What could not be kept stays in the field, and with the next letter it is tried again. */
  const told = async (asking: Promise<void>) => {
    current.asking += 1;
    await asking.catch((failure: unknown) => {
      current.isDirty = true;
      current.isPressed = false;
      setError(errorCode(failure));
    });
    current.asking -= 1;
  };

  useEffect(() => {
    const leave = () => save(true);
    addEventListener('pagehide', leave);
    document.addEventListener('visibilitychange', leave);
    return () => {
      removeEventListener('pagehide', leave);
      document.removeEventListener('visibilitychange', leave);
      leave();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- all it uses is in `current`
  }, [chatID]);

  const type = (typed: string) => {
    current.text = typed;
    current.isDirty = true;
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => save(false), SETTLED);
  };

  return {
    /** `undefined` until it has been read or something is typed. */
    text,
    isRead: drafts !== undefined,
    send: draft?.send,
    /** What went wrong before the worker had it. */
    error,
    type,
    press: () => {
      if (!current.isRead || current.isPressed || !current.text.trim()) return;
      setError(undefined);
      current.text = current.text.trim();
      current.pressed = crypto.randomUUID();
      current.isPressed = true;
      void told(ask('sendReply', { ...written(), id: current.pressed }));
    },
    discard: () => {
      type('');
      save(true);
    },
  };
}

/** What the field holds, as its callbacks need it: at once, and without being drawn anew. */
const UNTOUCHED = {
  text: '',
  /** The kept draft has been read. */
  isRead: false,
  /** What it began with: Beeper's draft. */
  from: '',
  /** ms */
  savedAt: 0,
  /** Something was typed that has not been told. */
  isDirty: false,
  /** How often the worker has been told and has not answered. */
  asking: 0,
  /** The id of the last press of "Send". */
  pressed: '',
  /** Nothing has been heard of it yet: a second one right after it is meant for the same. */
  isPressed: false,
};
