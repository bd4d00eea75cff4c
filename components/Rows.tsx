import type { CanAct } from '../lib/can-act';
import type { ComponentChildren } from 'preact';

import type { Sought } from '../lib/find/find-chats';
import type { PageView } from '../lib/page-rows';
import { ChatList } from './ChatList';
import { Nothing } from './Nothing';
import type { RowDeeds } from './row-deeds';

interface Props {
  view: PageView;
  looking: Sought;
  /** Quiet chats and the archive are still being read. */
  isWalking: boolean;
  now: number;
  current: number;
  /** Ids of the selected chats. */
  selected: ReadonlySet<string>;
  canAct: CanAct;
  deeds: RowDeeds;
  onFocus(chatID: string): void;
  /** What comes after the chats that were found. */
  below: ComponentChildren;
  /** What opens over the rows. */
  children: ComponentChildren;
}

/** The list, or in its place why there is none: loading, an error, or nothing to show. */
export function Rows({ view, looking, isWalking, below, children, ...list }: Props) {
  return (
    <main class="rows">
      <div id="chats" class="rows" {...panel(looking)}>
        {view.rows.length > 0 ? (
          <ChatList key={looking.query || looking.tab} rows={view.rows} {...list} />
        ) : (
          <Nothing view={view} looking={looking} isWalking={isWalking} />
        )}
        {below}
      </div>
      {children}
    </main>
  );
}

/** What a search finds belongs to no tab. */
function panel({ tab, query }: Props['looking']) {
  return query ? {} : ({ role: 'tabpanel', 'aria-labelledby': `tab-${tab}` } as const);
}
