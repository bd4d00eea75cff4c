import type { ComponentChildren } from 'preact';

import type { Chat } from '@/lib/model/chats/chat';
import { hueOf, initialsOf, networkMark } from '@/lib/text/initials';

interface Props {
  chat: Pick<Chat, 'id' | 'title' | 'network' | 'isGroup'>;
  /** What lies over the initials. */
  children?: ComponentChildren;
}

/** Initials on a steady colour; the network at the corner, told by letter, shape and colour. */
export function Portrait({ chat, children }: Props) {
  const mark = networkMark(chat.network);
  return (
    <span
      class={`avatar hue-${hueOf(chat.id)} ${chat.isGroup ? 'is-group' : ''}`}
      aria-hidden="true"
    >
      {initialsOf(chat.title)}
      {children}
      <span class={`network network-${mark.name}`}>{mark.letter}</span>
    </span>
  );
}
