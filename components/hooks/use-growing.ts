import { useState } from 'preact/hooks';

const STEP = 60;
/** Pixels before the end at which more is drawn. */
const AHEAD = 600;

/** How many rows of a long list to draw: a screenful and some, more as one scrolls. */
export function useGrowing(total: number) {
  const [count, setCount] = useState(STEP);
  const onScroll = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    const { scrollTop, clientHeight, scrollHeight } = currentTarget;
    const isNear = scrollHeight - scrollTop - clientHeight < AHEAD;
    if (isNear && count < total) setCount(count + STEP);
  };
  return { count, onScroll };
}
