import type { Chat } from '@/lib/model/chats/chat';
import { type MessageKey, t } from '@/lib/text/i18n';

/** Words for messages without text. */
const KINDS: Readonly<Record<string, MessageKey>> = {
  IMAGE: 'kind_image',
  VIDEO: 'kind_video',
  VOICE: 'kind_voice',
  AUDIO: 'kind_audio',
  FILE: 'kind_file',
  STICKER: 'kind_sticker',
  LOCATION: 'kind_location',
  REACTION: 'kind_reaction',
  DELETED: 'kind_deleted',
  /** A message of which nothing is known but that it is one. */
  OTHER: 'kind_other',
};

/** What a message without words is: of a kind we do not know, at least that it is one. */
export function kindWords(kind = ''): string {
  if (!kind) return '';
  return t((Object.hasOwn(KINDS, kind) && KINDS[kind]) || 'kind_other');
}

/** The last message on one line: "You: ..." for one's own, "Sender: ..." in a group. */
export function previewLine(chat: Chat): string {
  const { from, text } = previewParts(chat);
  return from + text;
}

/** Its sender, where one is named, with the colon; and what was said, which runs its own way. */
export function previewParts({ preview, isGroup }: Chat): { from: string; text: string } {
  if (!preview) return { from: '', text: '' };
  const text = preview.text || kindWords(preview.kind);
  if (!text || preview.kind === 'REACTION' || preview.kind === 'NOTICE') return { from: '', text };
  if (preview.isOwn) return apart(t('preview_own', text), text);
  return isGroup && preview.sender
    ? apart(t('preview_from', preview.sender, text), text)
    : { from: '', text };
}

function apart(line: string, text: string): { from: string; text: string } {
  return { from: line.slice(0, -text.length), text };
}
