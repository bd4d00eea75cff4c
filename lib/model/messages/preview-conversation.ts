import type { Chat } from '@/lib/model/chats/chat';
import type { Message } from './conversation';

const FORMS: Readonly<Record<string, Message['form']>> = { DELETED: 'deleted', NOTICE: 'notice' };

/** What a row knows of the last message, until the messages themselves are there. */
export function previewConversation({ preview, lastActivity }: Chat): Message[] {
  if (!preview || preview.kind === 'REACTION') return [];
  const { messageID, text, kind, sender, isOwn, at } = preview;
  const form = FORMS[kind ?? ''] ?? 'said';
  const isMedia = kind !== undefined && form === 'said';
  if (!text && !kind) return [];
  return [
    {
      id: messageID,
      at: at || lastActivity,
      senderID: '',
      isOwn,
      form,
      text,
      ...(sender && { sender }),
      ...(isMedia && { media: [{ kind }] }),
    },
  ];
}
