import { hueOf, initialsOf, networkMark } from '../lib/avatar';
import type { Chat } from '../lib/chat';
import { usePicture } from './hooks/use-picture';

/**
 * Initials on a steady colour, under the chat's picture when there is one; the network at the
 * corner, told by letter, shape and colour.
 */
export function Avatar({ chat }: { chat: Chat }) {
  const mark = networkMark(chat.network);
  const picture = usePicture(chat);
  return (
    <span
      class={`avatar hue-${hueOf(chat.id)} ${chat.isGroup ? 'is-group' : ''}`}
      aria-hidden="true"
    >
      {initialsOf(chat.title)}
      {picture && (
        <img key={chat.avatar} src={picture} alt="" draggable={false} onError={showInitials} />
      )}
      <span class={`network network-${mark.name}`}>{mark.letter}</span>
    </span>
  );
}

/** Browsers draw a broken picture in place of one that cannot be drawn. */
function showInitials({ currentTarget }: { currentTarget: HTMLElement }): void {
  currentTarget.hidden = true;
}
