import { useEffect, useReducer } from 'preact/hooks';

import type { Chat } from '../../lib/chat';
import { knownPictures } from '../../lib/known-pictures';
import { loadLate } from '../Late';
import { startLate } from './start-late';

/** The picture of a chat as far as it has been read; the component is drawn anew when it has. */
export function usePicture({ id, avatar }: Chat): string | undefined {
  const [, redraw] = useReducer((draws: number) => draws + 1, 0);
  const picture = avatar && knownPictures.get(avatar);
  useEffect(() => {
    if (!avatar) return undefined;
    const viewer = { chatID: id, address: avatar, shown: picture, redraw: () => redraw(null) };
    return startLate(loadLate, ({ watchPicture }) => watchPicture(viewer));
  }, [id, avatar, picture]);
  return picture;
}
