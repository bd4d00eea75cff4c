import { hueOf, initialsOf, networkMark } from '../lib/avatar';
import type { Chat } from '../lib/chat';

/** Initials on a steady colour; the network at the corner, told by letter, shape and colour. */
export function Avatar({ chat }: { chat: Chat }) {
  const mark = networkMark(chat.network);
  return (
    <span
      class={`avatar hue-${hueOf(chat.id)} ${chat.isGroup ? 'is-group' : ''}`}
      aria-hidden="true"
    >
      {initialsOf(chat.title)}
      <span class={`network network-${mark.name}`}>{mark.letter}</span>
    </span>
  );
}
