// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/preact';
import * as fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ConnectionState } from '@/components/options/connection/ConnectionState';
import { DiscoveredList } from '@/components/options/connection/DiscoveredList';
import { Inbox } from '@/components/popup/Inbox';
import type { Acts, Notice } from '@/components/popup/actions/use-act';
import { prerenderPopup } from '@/components/popup/prerender/FirstFrame';
import { ERRORS, type ErrorCode } from '@/lib/base/errors';
import { readObject } from '@/lib/base/parse';
import { HOUR } from '@/lib/base/time';
import { newAct } from '@/lib/model/actions/action-log';
import type { Intent } from '@/lib/model/actions/intent';
import type { Chat } from '@/lib/model/chats/chat';
import { type Discovery, serverOf } from '@/lib/model/connection/discovery';
import { NO_FILTER } from '@/lib/model/list/filter';
import { readVNodeData } from '@/lib/model/list/markup';
import { type ViewQuery, type PageView, pageView } from '@/lib/model/list/page-view';
import { previewLine } from '@/lib/model/list/preview';
import { rowName } from '@/lib/model/list/row-name';
import { summaryOf, readSummary } from '@/lib/model/list/summary';
import { TABS } from '@/lib/model/list/tabs';
import { answerRequests, type Handlers } from '@/lib/requests/bridge';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import { AGES, APP_VERSION } from '../../beeper/age';
import { anyBody, MAKES } from '../../helpers/any-answer';
import { anyHostileText } from '../../helpers/any-text';
import { NOON } from '../../helpers/clock';
import { resetBrowser } from '../../helpers/fake-browser';
import { allowPopovers } from '../../helpers/popovers';
import { quiet } from '../../helpers/quiet';
import { peekedAt, type LookedAt, stateOf } from '../../helpers/screen-state';

allowPopovers();

/** A thousand inboxes, in parts that each end in time on a busy machine. */
const PARTS = Array.from({ length: 10 }, (_, part) => part + 1);
const INBOXES_A_PART = 100;
const BASE = 'http://localhost:23373';

/** Every element and every attribute our own components draw, and no other. */
const TAGS = new Set(
  'div main section header footer hr h1 h2 h3 ul li dl dt dd span bdi em time p strong button label input svg path kbd form dialog fieldset legend'.split(
    ' ',
  ),
);
const ATTRIBUTES =
  /^(class|id|role|name|checked|dir|type|title|style|value|placeholder|autocomplete|min|required|open|tabindex|viewbox|width|height|d|data-chat|data-key|data-open|datetime|inert|aria-[a-z]+|popover)$/i;

const drawn = { inboxes: 0, rows: 0, elements: 0, messages: 0, people: 0 };

/** What is answered to whoever looks at a chat. */
let peeked: LookedAt;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  resetBrowser();
  answerRequests({
    preview: done,
    refresh: done,
    avatars: done,
    peek: async () => peeked.page,
    details: async () => peeked.details,
  } as unknown as Handlers);
  // Not a mock: that would remember every element it ever found.
  Object.assign(document, { querySelector: findElement });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});
afterAll(() => {
  const { inboxes, rows, elements, messages, people } = drawn;
  console.info(
    `${inboxes} inboxes drawn: ${rows} rows, ${messages} messages, ${people} people, ` +
      `${elements} elements looked at`,
  );
});

/** happy-dom cannot read every selector that CSS.escape writes; browsers can. */
function findElement(selector: string): Element | null {
  const [, escaped] = /^\[data-chat="(.*)"\]$/s.exec(selector) ?? [];
  const candidates = [
    ...document.querySelectorAll<HTMLElement>(escaped === undefined ? selector : '[data-chat]'),
  ];
  const isIt = ({ dataset }: HTMLElement) =>
    escaped === undefined || CSS.escape(dataset.chat ?? '') === escaped;
  return candidates.find(isIt) ?? null;
}

const anyMake = fc.constantFrom(...MAKES);
const anyOf = (kind: 'chats' | 'search' | 'chat' | 'messages' | 'accounts' | 'info') =>
  anyMake.chain((make) => anyBody(kind, make)).map(parsed);

const SCENES = [
  'none',
  'act',
  'notTaken',
  'opened',
  'notOpened',
  'menu',
  'form',
  'more',
  'peek',
  'details',
] as const;

/** All that a person may be shown, and what they are looking at. */
const anyScreen = fc.record({
  lists: fc.array(fc.oneof(anyOf('chats'), anyOf('search')), { minLength: 2, maxLength: 5 }),
  chat: anyOf('chat'),
  messages: anyOf('messages'),
  accounts: anyOf('accounts'),
  info: anyOf('info'),
  version: fc.constantFrom(...AGES.map((age) => APP_VERSION[age])),
  tab: fc.constantFrom('inbox', 'inbox', 'unread', ...TABS),
  query: fc.oneof({ weight: 6, arbitrary: fc.constant('') }, anyHostileText),
  trouble: fc.constantFrom(undefined, undefined, ...(Object.keys(ERRORS) as ErrorCode[])),
  isFirstFrame: fc.constantFrom(false, false, false, true),
  scene: fc.constantFrom(...SCENES),
});

type Screen = typeof anyScreen extends fc.Arbitrary<infer S> ? S : never;

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const REMIND: Intent = { kind: 'remind', at: NOON + HOUR, dismissOnIncoming: false };

function noticeOf({ scene }: Screen, chat: Chat | undefined): Notice | undefined {
  if (!chat) return undefined;
  const act = newAct('3', [{ chat, intent: REMIND }], {});
  const error = 'serverTrouble';
  const notices: Partial<Record<Screen['scene'], Notice>> = {
    act: { kind: 'act', act },
    notTaken: { kind: 'notTaken', act, error },
    opened: { kind: 'opened', chat },
    notOpened: { kind: 'notOpened', chat, messageID: undefined, error },
  };
  return notices[scene];
}

function nothing(): void {}

async function done(): Promise<void> {}

function draw(screen: Screen): { view: PageView; body: Element } {
  cleanup();
  const { tab, query, isFirstFrame } = screen;
  const snapshot: PageSnapshot = stateOf(screen);
  const summary = readSummary(parsed(JSON.stringify(summaryOf(snapshot, snapshot.status)))) ?? null;
  const listQuery: ViewQuery = { tab, query, filter: NO_FILTER, acts: [] };
  const isReadable = !summary || readVNodeData(prerenderPopup(summary, NOON)) !== undefined;
  if (!isReadable) throw new Error('The first frame could not be read');
  const view = pageView(isFirstFrame ? undefined : snapshot, summary, listQuery);
  if (!view) throw new Error('There is nothing to look at');
  const acts: Acts = {
    unconfirmed: [],
    notice: noticeOf(screen, view.rows[0]?.chat),
    sent: [],
    act: nothing,
    actOn: () => undefined,
    undo: nothing,
    undoBatches: nothing,
    open: nothing,
    say: nothing,
    retry: nothing,
    retryEntry: nothing,
    dismissEntry: nothing,
    dismiss: nothing,
  };
  const inbox = (
    <>
      <Inbox
        view={view}
        snapshot={isFirstFrame ? undefined : snapshot}
        acts={acts}
        listQuery={listQuery}
        onTab={nothing}
        onQuery={nothing}
        onFilter={nothing}
        openSettings={nothing}
      />
      <ConnectionState status={view.status} attempt="none" handlers={{}} />
      <DiscoveredList found={foundIn(screen)} chosen="" onChoose={nothing} />
    </>
  );
  const { baseElement } = render(inbox);
  if (screen.scene === 'menu' || screen.scene === 'form') press('.row [aria-haspopup=menu]');
  const key = KEYS[screen.scene];
  if (key) fireEvent.keyDown(document.body, { key });
  if (screen.scene === 'form') press('[role=menuitem]:nth-last-child(2)');
  return { view, body: baseElement };
}

const KEYS: Partial<Record<Screen['scene'], string>> = { more: '.', peek: ' ', details: 'i' };

/** A Beeper, and whoever answers in its place, as they call themselves. */
function foundIn({ info, version }: Screen): Discovery {
  return {
    beepers: [serverOf(BASE, readObject(info), version)],
    strangers: [],
    isBlocked: false,
  };
}

function press(selector: string): void {
  const button = document.querySelector(selector);
  if (button) fireEvent.click(button);
}

function oddElements(body: Element): string[] {
  const all = [...body.querySelectorAll('*')];
  drawn.elements += all.length;
  drawn.messages += body.querySelectorAll('.bubble').length;
  drawn.people += body.querySelectorAll('.person-name').length;
  return all.flatMap((element) => {
    const tag = element.tagName.toLowerCase();
    const odd = [...element.attributes].filter(({ name }) => !ATTRIBUTES.test(name));
    return [...(TAGS.has(tag) ? [] : [tag]), ...odd.map(({ name }) => `${tag} ${name}`)];
  });
}

/** What the rows say, beside what they are to say: all of it text, and all of it there. */
function saidAndMeant({ rows }: PageView, body: Element): [string, string][] {
  const lines = [...body.querySelectorAll<HTMLElement>('li[data-chat]')];
  drawn.rows += lines.length;
  return rows.flatMap((row, index): [string, string][] => {
    const line = lines[index];
    const textOf = (part: string) => line?.querySelector(part)?.textContent ?? '';
    return [
      [line?.dataset.chat ?? '', row.chat.id],
      [line?.getAttribute('aria-label') ?? '', rowName(row, NOON)],
      [textOf('.title'), row.chat.title],
      [textOf('.preview:not(.failure)'), row.failed ? '' : previewLine(row.chat)],
    ];
  });
}

describe('the popup, whatever Beeper answers,', () => {
  it.each(PARTS)('shows text as text and draws no element but its own, part %i', async () => {
    const drawing = fc.asyncProperty(anyScreen, async (screen) => {
      peeked = peekedAt(screen);
      const { view, body } = draw(screen);
      // What is looked at comes later.
      if (KEYS[screen.scene]) await quiet();
      drawn.inboxes += 1;
      expect(oddElements(body)).toStrictEqual([]);
      const said = saidAndMeant(view, body);
      expect(said.filter(([is, meant]) => is !== meant)).toStrictEqual([]);
      expect(document.head.childElementCount).toBe(0);
      expect(document.title).toBe('');
      expect(window).not.toHaveProperty('__owned');
      await quiet();
    });
    await fc.assert(drawing, { numRuns: INBOXES_A_PART });
  });
});
