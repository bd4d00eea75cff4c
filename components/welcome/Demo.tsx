import { useState } from 'preact/hooks';

import { Inbox } from '@/components/popup/Inbox';
import { useActs } from '@/components/popup/actions/use-act';
import { CompanionError } from '@/lib/base/errors';
import { AGES, demoActs, demoConversation, demoWorld, type MadeUp } from '@/lib/model/list/demo';
import { NO_FILTER } from '@/lib/model/list/filter';
import { pageView } from '@/lib/model/list/page-view';
import type { Tab } from '@/lib/model/list/tabs';
import { answerInstead } from '@/lib/requests/bridge';
import type { Requests } from '@/lib/requests/contract';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import { t } from '@/lib/text/i18n';

/** The real list with made-up chats: whatever is done to them is done here, and gone with the page. */
export function Demo() {
  const [world, setWorld] = useState(() => demoWorld(madeUpChats(), Date.now()));
  useState(() => answerHere(world, setWorld));
  const acts = useActs(world);
  const [tab, setTab] = useState<Tab>('unread');
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState(NO_FILTER);
  const listQuery = { tab, query, filter };
  const view = pageView(world, null, { ...listQuery, acts: acts.unconfirmed });
  return (
    <>
      <aside class="demo-note">
        {t('demo_note')} <a href="/welcome.html">{t('demo_back')}</a>
      </aside>
      <div class="demo">
        {view && (
          <Inbox
            view={view}
            snapshot={world}
            acts={acts}
            listQuery={listQuery}
            onTab={(next) => {
              setTab(next);
              setQuery('');
            }}
            onQuery={setQuery}
            onFilter={setFilter}
            openSettings={() => location.assign('/welcome.html')}
          />
        )}
      </div>
    </>
  );
}

/** What acts on chats is done to the made-up ones; nobody else is asked for anything. */
function answerHere(first: PageSnapshot, onWorld: (world: PageSnapshot) => void): void {
  let world = first;
  answerInstead(async (name, payload) => {
    if (ONLY_REAL.has(name)) throw new CompanionError('notConnected');
    if (name === 'peek') return demoConversation(world, (payload as Requests['peek']).chatID);
    if (name === 'act') {
      world = demoActs(world, (payload as Requests['act']).intents);
      onWorld(world);
    }
    return undefined;
  });
}

/** Of no use without a Beeper. */
const ONLY_REAL: ReadonlySet<keyof Requests> = new Set([
  'openChat',
  'accounts',
  'contacts',
  'newChat',
  'details',
  'filterAccounts',
  'searchMessages',
  'sendReply',
]);

function madeUpChats(): MadeUp[] {
  const [first, second, third, fourth, fifth, sixth] = AGES;
  return [
    { title: 'Maya', network: 'Signal', text: t('demo_1'), unreadCount: 2, ago: first },
    {
      title: t('demo_group'),
      network: 'WhatsApp',
      text: t('demo_2'),
      sender: 'Tomás',
      unreadCount: 5,
      ago: second,
    },
    { title: 'Noor', network: 'Telegram', text: t('demo_3'), unreadCount: 1, ago: third },
    { title: 'Jonas', network: 'Instagram', text: t('demo_4'), unreadCount: 1, ago: fourth },
    { title: 'Aiko', network: 'Signal', text: t('demo_5'), unreadCount: 0, ago: fifth },
    { title: 'Lucía', network: 'WhatsApp', text: t('demo_6'), unreadCount: 0, ago: sixth },
  ];
}
