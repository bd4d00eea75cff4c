import { type Filter, readFilters } from '../filter';
import { EMPTY_OUTBOX } from '../outbox';
import { readPulse } from '../pulse';
import { DISCONNECTED, readStatus } from '../status';
import { FRESH_WALK, readWalk } from '../walk';
import { readOutbox, readReminders } from './read-stored';
import { item, nullable } from './stored-item';

/** What the popup reads. Apart from the other items, so that it carries no other readers. */
export const PAGE_ITEMS = {
  status: item('status', DISCONNECTED, readStatus),
  outbox: item('outbox', EMPTY_OUTBOX, readOutbox),
  reminders: item('reminders', {}, readReminders),
  walk: item('walk', FRESH_WALK, readWalk),
  filters: item<readonly Filter[]>('filters', [], readFilters),
};

/** Made by the worker from what it writes, to tell pages of it. */
export const PULSE = item('pulse', null, nullable(readPulse));
