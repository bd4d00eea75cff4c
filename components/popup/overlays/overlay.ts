import type { Row } from '@/lib/model/chats/rows';

/** What opens over the list. */
export type Overlay =
  /** `many`: the selected rows, all of which it is about. */
  | { kind: 'remind' | 'remindAgain'; row: Row; many?: readonly Row[] }
  | { kind: 'more' | 'peek' | 'details' | 'reply'; row: Row }
  | { kind: 'newChat' }
  | { kind: 'keys' }
  | { kind: 'menu' }
  | { kind: 'quiet' }
  | { kind: 'triage' }
  | { kind: 'filters' }
  /** What this page was opened for by a place of the browser's own. */
  | { kind: 'errand' }
  /** Not over the list: after the chats found, and beside the filters kept. */
  | { kind: 'found' }
  | { kind: 'filterTools' };
