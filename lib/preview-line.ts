import type { Chat } from './chat';
import { type MessageKey, t } from './i18n';

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
};

/**
 * The last message on one line: "You: ..." for one's own, "Sender: ..." in a group. In its place, that
 * a reply may not have arrived.
 */
export function previewLine({ preview, isGroup, unsent }: Chat): string {
  if (unsent && unsent !== 'draft') return t(`not_${unsent}`);
  if (!preview) return '';
  const kind = preview.kind && Object.hasOwn(KINDS, preview.kind) ? KINDS[preview.kind] : undefined;
  const text = preview.text || (kind ? t(kind) : '');
  if (!text || preview.kind === 'REACTION' || preview.kind === 'NOTICE') return text;
  if (preview.isOwn) return t('preview_own', text);
  return isGroup && preview.sender ? t('preview_from', preview.sender, text) : text;
}
