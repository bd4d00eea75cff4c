import { useEffect, useReducer } from 'preact/hooks';

import { knownPictures, watchPicture } from '@/lib/browser/pictures';
import type { Chat } from '@/lib/model/chats/chat';

/** The picture of a chat as far as it has been read; the component is drawn anew when it has. */
export function usePicture({ id, avatar }: Chat): string | undefined {
  const [, redraw] = useReducer((draws: number) => draws + 1, 0);
  const picture = avatar && knownPictures.get(avatar);
  useEffect(() => {
    if (!avatar) return undefined;
    return watchPicture({
      chatID: id,
      address: avatar,
      shown: picture,
      redraw: () => redraw(null),
    });
  }, [id, avatar, picture]);
  return picture;
}
