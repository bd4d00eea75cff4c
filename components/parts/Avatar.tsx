import type { Chat } from '@/lib/model/chats/chat';
import { Portrait } from './Portrait';
import { usePicture } from './use-picture';

/** Initials, under the chat's picture when there is one. */
export function Avatar({ chat }: { chat: Chat }) {
  const picture = usePicture(chat);
  return (
    <Portrait chat={chat}>
      {picture && (
        <img key={chat.avatar} src={picture} alt="" draggable={false} onError={showInitials} />
      )}
    </Portrait>
  );
}

/** Browsers draw a broken picture in place of one that cannot be drawn. */
function showInitials({ currentTarget }: { currentTarget: HTMLElement }): void {
  currentTarget.hidden = true;
}
