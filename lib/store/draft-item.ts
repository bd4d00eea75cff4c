import { EMPTY_DRAFTS } from '../drafts';
import { readDrafts } from './read-drafts';
import { item } from './stored-item';

/** What somebody has begun to write. Apart from the other items: the popup opens without it. */
export const DRAFTS = item('drafts', EMPTY_DRAFTS, readDrafts);
