import { useEffect, useRef, useState } from 'preact/hooks';

import { type ErrorCode, errorCode } from '@/lib/base/errors';
import type { Chat } from '@/lib/model/chats/chat';
import { type Conversation, withNewest, withOlder } from '@/lib/model/messages/conversation';
import { ask } from '@/lib/requests/bridge';

interface State {
  chatID: string;
  conversation?: Conversation;
  error?: ErrorCode;
  older: 'idle' | 'loading' | 'failed';
}

/** The messages of a chat, the newest first to come; the chat changes, and so do they. */
export function useConversation({ id, lastActivity, preview }: Chat) {
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State>(() => startOf(id));
  const isAsking = useRef(false);
  const mine = state.chatID === id ? state : startOf(id);

  useEffect(() => {
    let isOver = false;
    const settle = (next: (now: State) => State) => {
      if (!isOver) setState((now) => next(now.chatID === id ? now : startOf(id)));
    };
    ask('peek', { chatID: id }).then(
      (page) =>
        settle(({ conversation, older }) => ({
          chatID: id,
          older,
          conversation: conversation ? withNewest(conversation, page) : page,
        })),
      // What is there already is still worth reading.
      (error: unknown) =>
        settle((now) => (now.conversation ? now : { ...now, error: errorCode(error) })),
    );
    return () => {
      isOver = true;
    };
    // Anew when something was said.
  }, [id, lastActivity, preview?.messageID, attempt]);

  const loadOlder = () => {
    const cursor = mine.conversation?.older;
    if (!cursor || isAsking.current) return;
    isAsking.current = true;
    const settle = (next: (conversation: Conversation, now: State) => State) => {
      isAsking.current = false;
      setState((now) =>
        now.chatID === id && now.conversation ? next(now.conversation, now) : now,
      );
    };
    setState({ ...mine, older: 'loading' });
    ask('peek', { chatID: id, cursor }).then(
      (page) =>
        settle((conversation) => ({
          chatID: id,
          older: 'idle',
          conversation: withOlder(conversation, page),
        })),
      () => settle((conversation) => ({ chatID: id, older: 'failed', conversation })),
    );
  };

  const retry = () => {
    setState(startOf(id));
    setAttempt(attempt + 1);
  };

  return { ...mine, loadOlder, retry };
}

function startOf(chatID: string): State {
  return { chatID, older: 'idle' };
}
