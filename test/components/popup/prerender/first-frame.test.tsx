// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Inbox } from '@/components/popup/Inbox';
import type { Acts } from '@/components/popup/actions/use-act';
import { prerenderPopup } from '@/components/popup/prerender/FirstFrame';
import { renderVNodeData } from '@/components/popup/prerender/draw';
import { DAY, HOUR } from '@/lib/base/time';
import type { Status } from '@/lib/model/connection/status';
import { type Filter, NO_FILTER } from '@/lib/model/list/filter';
import { readVNodeData } from '@/lib/model/list/markup';
import { pageView } from '@/lib/model/list/page-view';
import { type PopupSummary, summaryOf } from '@/lib/model/list/summary';
import { answerRequests, type Handlers } from '@/lib/requests/bridge';
import { aChat, anEntry, aPreview, aReminder } from '../../../helpers/builders';
import { NOON } from '../../../helpers/clock';
import { resetBrowser } from '../../../helpers/fake-browser';
import { aWorld, type World } from '../../../helpers/world';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  resetBrowser();
  answerRequests({ preview: async () => undefined } as unknown as Handlers);
});
afterEach(() => {
  render(null, document.body);
  document.body.replaceChildren();
  vi.useRealTimers();
});

const STATUS: Status = { isConnected: true, syncedAt: NOON };
const LIST_QUERY = { tab: 'unread', query: '', filter: NO_FILTER, acts: [] } as const;

/** Every look a row of the first screen can have. */
const FULL: World = {
  chats: [
    aChat({ id: '!1', title: 'Ada', unreadCount: 3, preview: aPreview() }),
    aChat({ id: '!2', title: 'حسن', unreadCount: 1200, isMuted: true, isPinned: true }),
    aChat({ id: '!3', title: 'A & <b>B</b>', isMarkedUnread: true, isGroup: true }),
    aChat({ id: '!4', unreadCount: 1, network: 'WhatsApp', lastActivity: NOON - 3 * DAY }),
    aChat({ id: '!5', unreadCount: 1, lastActivity: 0 }),
    aChat({ id: '!6', unreadCount: 1, preview: aPreview({ sender: 'Bo' }), isGroup: true }),
    ...Array.from({ length: 8 }, (_, index) => aChat({ id: `!more${index}`, unreadCount: 1 })),
  ],
  entries: [anEntry({ chatID: '!4', intent: { kind: 'mute' }, error: 'notRunning', attempts: 1 })],
  reminders: [
    aReminder({ chatID: '!1', at: NOON - HOUR, bell: 'rung' }),
    aReminder({ chatID: '!5', kept: 'here' }),
  ],
};

const FILTERS: Filter[] = [
  { ...NO_FILTER, networks: ['Signal', 'WhatsApp'] },
  { ...NO_FILTER, kind: 'group', isWaiting: true },
];

/** As it comes out of the store. */
function drawnBeforehand(summary: PopupSummary): void {
  const stored: unknown = JSON.parse(JSON.stringify(prerenderPopup(summary, NOON)));
  const markup = readVNodeData(stored);
  expect(markup).toStrictEqual(stored);
  renderVNodeData(markup ?? '', document.body);
}

function drawnByPreact(summary: PopupSummary): void {
  const view = pageView(undefined, summary, LIST_QUERY);
  if (!view) throw new Error('There is nothing to look at');
  const inbox = (
    <Inbox
      view={view}
      snapshot={undefined}
      acts={{ unconfirmed: [], sent: [] } as unknown as Acts}
      listQuery={LIST_QUERY}
      onTab={nothing}
      onQuery={nothing}
      onFilter={nothing}
      openSettings={nothing}
    />
  );
  render(inbox, document.body);
}

function nothing(): void {}

/** What can be done, and what depends on the moment: all that may come later. */
const LATER = '.tick, .actions, .foot .button, .foot-text, .foot [aria-live]';

/** What is on screen, one line an element, in whatever order its attributes were set. */
function screen(): string[] {
  return [...document.body.querySelectorAll('*')]
    .filter((element) => !element.closest(LATER))
    .map((element) => {
      const attributes = [...element.attributes]
        .filter(({ name }) => name !== 'style')
        .map(({ name, value }) => `${name}="${value}"`);
      const texts = [...element.childNodes].filter(({ nodeType }) => nodeType === 3);
      const text = texts.map(({ textContent }) => textContent).join('');
      return `${element.tagName.toLowerCase()} ${attributes.toSorted().join(' ')} ${text}`;
    });
}

describe('the first frame', () => {
  it.each<[string, World, Status, Filter[]?]>([
    ['filters at hand', FULL, STATUS, FILTERS],
    ['rows of every look', FULL, STATUS],
    ['nothing unread', { chats: [aChat()] }, STATUS],
    ['nothing known yet', { chats: [] }, { isConnected: true }],
    ['a Beeper that is away', FULL, { ...STATUS, trouble: 'notRunning' }],
    ['a Beeper never reached', { chats: [] }, { isConnected: true, trouble: 'notRunning' }],
  ])('shows what Preact draws of the same: %s', (_name, world, status, filters) => {
    const summary = summaryOf(aWorld(world), status, { filters: filters ?? [] });
    drawnBeforehand(summary);
    const first = screen();
    document.body.replaceChildren();
    drawnByPreact(summary);
    expect(first).toStrictEqual(screen());
    expect(first.length).toBeGreaterThan(20);
  });

  it('is taken over as it stands: same elements, same focus', () => {
    const summary = summaryOf(aWorld(FULL), STATUS);
    drawnBeforehand(summary);
    const before = [...document.querySelectorAll<HTMLElement>('*')];
    document.querySelector<HTMLElement>('[data-chat]')?.focus();
    drawnByPreact(summary);
    const after = new Set(document.querySelectorAll('*'));
    expect(before.filter((element) => !after.has(element))).toStrictEqual([]);
    expect(document.activeElement?.getAttribute('data-chat')).toBe('!1');
    expect(document.querySelectorAll('.actions')).toHaveLength(10);
  });

  it.each([
    [{ ...STATUS, trouble: 'notRunning' as const }, 'Beeper is not running'],
    [STATUS, ''],
  ])('says at its foot only what will still be so: %j', (status, words) => {
    drawnBeforehand(summaryOf(aWorld(), status));
    expect(document.querySelector('.foot-text')?.textContent).toBe(words);
  });
});
