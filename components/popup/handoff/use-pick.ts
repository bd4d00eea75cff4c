import { useState } from 'preact/hooks';

import { type ErrorCode, errorCode } from '@/lib/base/errors';
import type { ChatErrand } from '@/lib/browser/handoff';
import type { Chat } from '@/lib/model/chats/chat';
import { ask } from '@/lib/requests/bridge';

/** Which chat an errand is about; what it brings is in the chat's draft before it counts as picked. */
export function usePick(errand: ChatErrand) {
  const [chatID, setChatID] = useState(errand.kind === 'remind' ? errand.chatID : undefined);
  const [error, setError] = useState<ErrorCode>();
  const pick = async ({ id }: Chat): Promise<void> => {
    setError(undefined);
    try {
      if (errand.kind !== 'remind') await ask('addToDraft', { chatID: id, text: errand.text });
      setChatID(id);
    } catch (failure) {
      setError(errorCode(failure));
    }
  };
  return { chatID, error, pick: (chat: Chat) => void pick(chat) };
}
