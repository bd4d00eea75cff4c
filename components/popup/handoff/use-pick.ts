import { useState } from 'preact/hooks';

import { type ErrorCode, errorCode } from '@/lib/base/errors';
import type { ChatHandoff } from '@/lib/browser/handoff';
import type { Chat } from '@/lib/model/chats/chat';
import { ask } from '@/lib/requests/bridge';

/**
 * Which chat a handoff is about; what it brings is in the chat's draft before it counts as picked.
 */
export function usePick(handoff: ChatHandoff) {
  const [chatID, setChatID] = useState(handoff.kind === 'remind' ? handoff.chatID : undefined);
  const [error, setError] = useState<ErrorCode>();
  const pick = async ({ id }: Chat): Promise<void> => {
    setError(undefined);
    try {
      if (handoff.kind !== 'remind') await ask('addToDraft', { chatID: id, text: handoff.text });
      setChatID(id);
    } catch (failure) {
      setError(errorCode(failure));
    }
  };
  return { chatID, error, pick: (chat: Chat) => void pick(chat) };
}
