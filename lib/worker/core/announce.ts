import type { Clock } from '@/lib/base/time';
import { type Prerender, prerenderedOf } from '@/lib/model/list/prerendered';
import { summaryOf } from '@/lib/model/list/summary';
import { PRERENDERED, SUMMARY, CHATS_REVISION } from '@/lib/storage/items';
import { type Write, writeOf } from '@/lib/storage/local';
import type { State } from './state';

/** What the popup is told of a change: its first screen, and which records to read anew. */
export function createAnnouncer(now: Clock, draw: Prerender | undefined) {
  let revision = 0;
  return (state: State, shards: readonly number[] | null): Write[] => {
    const { status, filters, settings } = state;
    const summary = summaryOf(state, status, { filters, singleKeys: settings.singleKeys });
    const frame = draw ? prerenderedOf(summary, now(), draw) : null;
    const firstFrame = [writeOf(SUMMARY, summary), writeOf(PRERENDERED, frame)];
    if (shards?.length === 0) return firstFrame;
    revision = Math.max(revision + 1, now());
    return [...firstFrame, writeOf(CHATS_REVISION, { revision, shards })];
  };
}
