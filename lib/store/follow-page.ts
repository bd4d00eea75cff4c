import { followSnapshot, type PageSnapshot } from './follow';
import { PAGE_ITEMS } from './page-items';

/** Gives the popup the stored snapshot, now and after every change; returns how to stop. */
export function followPage(onSnapshot: (snapshot: PageSnapshot) => void): () => void {
  return followSnapshot(PAGE_ITEMS, onSnapshot);
}
