import { describe, expect, it } from 'vitest';

import { HOUR, MINUTE } from '@/lib/base/time';
import type { Intent } from '@/lib/model/actions/intent';
import { demoActs, demoConversation, demoWorld } from '@/lib/model/list/demo';
import { NO_FILTER } from '@/lib/model/list/filter';
import { pageView } from '@/lib/model/list/page-view';
import type { Tab } from '@/lib/model/list/tabs';
import { NOON } from '../../../helpers/clock';

const CHATS = [
  { title: 'Maya', network: 'Signal', text: 'Lunch?', unreadCount: 2, ago: MINUTE },
  { title: 'Trip', network: 'WhatsApp', text: 'Tent', sender: 'Tom', unreadCount: 0, ago: HOUR },
];

const world = demoWorld(CHATS, NOON);
const titles = (seen: typeof world, tab: Tab) =>
  pageView(seen, null, { tab, query: '', filter: NO_FILTER, acts: [] })?.rows.map(
    ({ chat }) => chat.title,
  );
const after = (...intents: Intent[]) =>
  demoActs(
    world,
    intents.map((intent, index) => ({ id: `act-${index}`, chatID: 'demo-0', intent })),
  );

describe('the made-up world', () => {
  it('is shown as the stored one is', () => {
    expect(titles(world, 'unread')).toStrictEqual(['Maya']);
    expect(titles(world, 'inbox')).toStrictEqual(['Maya', 'Trip']);
  });

  it('is another after an act, which it knows to be done', () => {
    const acted = after({ kind: 'archive' });
    expect(titles(acted, 'archive')).toStrictEqual(['Maya']);
    expect(acted.outbox).toStrictEqual({ entries: [], done: ['act-0'] });
    expect(titles(world, 'archive')).toStrictEqual([]);
  });

  it('keeps reminders until they are cleared', () => {
    const remind: Intent = { kind: 'remind', at: NOON + HOUR, dismissOnIncoming: true };
    expect(titles(after(remind), 'reminders')).toStrictEqual(['Maya']);
    expect(titles(after(remind, { kind: 'clearReminder' }), 'reminders')).toStrictEqual([]);
  });

  it('is not changed by what is about none of its chats', () => {
    const elsewhere = { id: 'one', chatID: '!real', intent: { kind: 'archive' } } as const;
    expect(demoActs(world, [elsewhere]).chats).toStrictEqual(world.chats);
  });

  it('shows its last message to whoever peeks', () => {
    expect(demoConversation(world, 'demo-1').messages).toMatchObject([
      { text: 'Tent', sender: 'Tom' },
    ]);
    expect(demoConversation(world, '!real').messages).toStrictEqual([]);
  });
});
