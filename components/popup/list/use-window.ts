import { useEffect, useState } from 'preact/hooks';

import { drawnRange, type Sight } from '@/lib/model/list/drawn-range';

/** `--row-height` of the stylesheet (styles/tokens.css), px. */
export const ROW_HEIGHT = 58;

/** Lists up to this long are drawn whole. */
export const MOST_DRAWN = 100;
/** Drawn at once, more with every frame: whatever is to be seen or pressed need not wait. */
const STEP = 20;
/** Rows scrolled before anything is drawn anew. */
const NOTCH = 10;

const UNSCROLLED: Sight = { top: 0, seen: STEP, budget: STEP };

/** Which rows of a list to draw while it is scrolled. */
export function useWindow(total: number) {
  const [sight, setSight] = useState(UNSCROLLED);
  const { budget } = sight;
  const isGrowing = budget < Math.min(total, MOST_DRAWN);

  // After each frame, until all is drawn that is to be.
  useEffect(() => {
    if (isGrowing) setSight((last) => ({ ...last, budget: budget + STEP }));
  }, [isGrowing, budget]);

  const onScroll = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    const next = sightOf(currentTarget, sight);
    if (next.top !== sight.top || next.seen !== sight.seen) setSight(next);
  };
  return { sight, range: drawnRange(total, sight), onScroll };
}

function sightOf({ scrollTop, clientHeight }: HTMLElement, { top, budget }: Sight): Sight {
  const next = Math.floor(scrollTop / ROW_HEIGHT / NOTCH) * NOTCH;
  const isFar = Math.abs(next - top) > budget / 2;
  const seen = Math.ceil(clientHeight / ROW_HEIGHT) + NOTCH;
  return { top: next, seen, budget: isFar ? Math.max(STEP, seen) : budget };
}
