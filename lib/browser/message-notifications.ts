import { type Chat, isTheirs } from '@/lib/model/chats/chat';
import { previewLine } from '@/lib/model/list/preview';
import { groupedID, messageID } from '@/lib/model/notifications/ids';
import type { IncomingOfChat, IncomingMessages } from '@/lib/model/notifications/new-messages';
import type { NotifyDetail } from '@/lib/model/notifications/settings';
import { t, tn } from '@/lib/text/i18n';
import { show, type Shown } from './notifications';

/** What can be done right there, in this order; what could not be when it was shown is left out. */
export function messageButtons({
  hasNoArchive,
}: Pick<IncomingOfChat, 'hasNoArchive'>): readonly ('archive' | 'remind')[] {
  return hasNoArchive ? ['remind'] : ['archive', 'remind'];
}

export function showMessage(
  chat: Chat,
  incomingOfChat: IncomingOfChat,
  detail: NotifyDetail,
): Promise<void> {
  return show(messageID({ chatID: chat.id, at: incomingOfChat.at }), {
    title: chat.title,
    message: messageText(chat, incomingOfChat, detail),
    buttons: messageButtons(incomingOfChat).map((button) => t(`notification_${button}`)),
  });
}

/** The newest message, after how many there are if there are more; or only how many, and whose. */
export function messageText(chat: Chat, { fresh }: IncomingOfChat, detail: NotifyDetail): string {
  const count = tn('notification_messages', fresh);
  const { preview, isGroup } = chat;
  const newest = preview && isTheirs(preview) ? preview : undefined;
  if (detail === 'all') {
    const line = newest ? previewLine(chat) : '';
    return [...(fresh > 1 || !line ? [count] : []), ...(line ? [line] : [])].join('\n');
  }
  const sender = isGroup && fresh === 1 ? newest?.sender : undefined;
  return sender ? t('preview_from', sender, count) : count;
}

/** Of all that are told of together. */
export async function showGrouped(
  { gathering, chats }: IncomingMessages,
  chatOf: (id: string) => Chat | undefined,
  detail: NotifyDetail,
): Promise<void> {
  if (gathering) await show(groupedID(gathering), groupedText(chats, chatOf, detail));
}

export function groupedText(
  chats: IncomingMessages['chats'],
  chatOf: (id: string) => Chat | undefined,
  detail: NotifyDetail,
): Shown {
  const members = Object.entries(chats)
    .filter(([, { isGathered }]) => isGathered)
    .toSorted(([, a], [, b]) => b.at - a.at);
  const messages = members.reduce((sum, [, { fresh }]) => sum + fresh, 0);
  const names = members.flatMap(([id]) => chatOf(id)?.title ?? []);
  return {
    title: tn('notification_in_chats', members.length, tn('notification_messages', messages)),
    message: detail === 'number' ? t('extension_name') : names.join(', '),
  };
}
