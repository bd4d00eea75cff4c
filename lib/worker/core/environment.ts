import type { Clock } from '@/lib/base/time';
import type { HttpOptions } from '@/lib/beeper/guarded-fetch';
import type { Prerender } from '@/lib/model/list/prerendered';

/** What the worker takes from outside; tests bring their own. */
export interface Environment extends HttpOptions {
  now: Clock;
  /** 0 to 1 */
  random: () => number;
  /** The file of a picture as a small square one, a `data:` address; rejects what is none. */
  shrink: (file: Blob) => Promise<string>;
  /** Draws the popup's first frame; without it there is none. */
  draw?: Prerender;
}
