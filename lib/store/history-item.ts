import type { History } from '../history';
import { readHistory } from './read-history';
import { item } from './stored-item';

/** What can be taken back. Apart from the other items, so that it carries no other readers. */
export const HISTORY = item<History>('history', [], readHistory);
