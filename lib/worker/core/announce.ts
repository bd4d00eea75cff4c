import type { Clock } from '@/lib/base/time';
import { type DrawGlance, frameOf } from '@/lib/model/list/prerendered';
import { glanceAt } from '@/lib/model/list/summary';
import { FRAME, GLANCE, PULSE } from '@/lib/storage/items';
import { type Write, writeOf } from '@/lib/storage/local';
import type { State } from './state';

/** What the popup is told of a change: its first screen, and which records to read anew. */
export function createAnnouncer(now: Clock, draw: DrawGlance | undefined) {
  let revision = 0;
  return (state: State, shards: readonly number[] | null): Write[] => {
    const { status, filters, settings } = state;
    const glance = glanceAt(state, status, { filters, singleKeys: settings.singleKeys });
    const frame = draw ? frameOf(glance, now(), draw) : null;
    const firstFrame = [writeOf(GLANCE, glance), writeOf(FRAME, frame)];
    if (shards?.length === 0) return firstFrame;
    revision = Math.max(revision + 1, now());
    return [...firstFrame, writeOf(PULSE, { revision, shards })];
  };
}
