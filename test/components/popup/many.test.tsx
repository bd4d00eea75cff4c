// @vitest-environment happy-dom
import { cleanup, render, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { Inbox } from '@/components/popup/Inbox';
import { useActs } from '@/components/popup/actions/use-act';
import { MINUTE } from '@/lib/base/time';
import { FRESH_FULL_SYNC } from '@/lib/model/chats/full-sync';
import { NO_FILTER } from '@/lib/model/list/filter';
import { pageView } from '@/lib/model/list/page-view';
import type { ListQuery } from '@/lib/model/list/search/find-chats';
import { DEFAULT_SETTINGS } from '@/lib/model/settings/settings';
import { answerInstead } from '@/lib/requests/bridge';
import type { Requests } from '@/lib/requests/contract';
import type { PageSnapshot } from '@/lib/model/list/snapshot';
import { aChat } from '../../helpers/builders';
import { NOON } from '../../helpers/clock';
import { resetBrowser } from '../../helpers/fake-browser';
import { allowPopovers } from '../../helpers/popovers';
import { press } from '../../helpers/press';
import { aWorld } from '../../helpers/world';

allowPopovers();

const NETWORKS = ['Signal', 'WhatsApp', 'Signal', 'WhatsApp', 'Signal'];
const NAMES = ['Ada', 'Anna', 'Bo', 'Hannah', 'Cleo'];

const SNAPSHOT: PageSnapshot = {
  ...aWorld({
    chats: NAMES.map((title, place) =>
      aChat({
        id: title,
        title,
        network: NETWORKS[place] ?? '',
        unreadCount: 1,
        lastActivity: NOON - place * MINUTE,
      }),
    ),
  }),
  status: { isConnected: true, version: '4.3.20', access: 'full', syncedAt: NOON },
  fullSync: FRESH_FULL_SYNC,
  filters: [],
  settings: DEFAULT_SETTINGS,
};

const ALL: ListQuery = { tab: 'unread', query: '', filter: NO_FILTER };

let sent: Requests['act'][] = [];
beforeEach(() => {
  resetBrowser();
  sent = [];
  answerInstead((name, payload) => {
    if (name === 'act') sent.push(payload as Requests['act']);
    return Promise.resolve(undefined);
  });
});
afterEach(cleanup);

function Page({ listQuery }: { listQuery: ListQuery }) {
  const acts = useActs(SNAPSHOT);
  const view = pageView(SNAPSHOT, null, { ...listQuery, acts: acts.unconfirmed });
  const given = { onTab: nothing, onQuery: nothing, onFilter: nothing, openSettings: nothing };
  return view ? (
    <Inbox view={view} snapshot={SNAPSHOT} acts={acts} listQuery={listQuery} {...given} />
  ) : null;
}

function nothing(): void {}

async function openList(listQuery = ALL): Promise<void> {
  render(<Page listQuery={listQuery} />);
  await waitFor(() => expect(row(/./)).toBe(document.activeElement));
}

function row(name: RegExp): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('.row')].find((one) =>
    name.test(one.getAttribute('aria-label') ?? ''),
  );
}

function selected(): string[] {
  const rows = [...document.querySelectorAll<HTMLElement>('.row.is-selected')];
  return rows.map(({ dataset }) => dataset['chat'] ?? '');
}

function becomes(...names: string[]): Promise<void> {
  return waitFor(() => expect(selected()).toStrictEqual(names));
}

describe('many chats at once', () => {
  it('are selected upwards, too, and let go again', async () => {
    await openList();
    press('End');
    await waitFor(() => expect(document.activeElement).toBe(row(/^Cleo/)));
    press('x');
    await becomes('Cleo');
    press('ArrowUp', true);
    await becomes('Hannah', 'Cleo');
    press('K', true);
    await becomes('Bo', 'Hannah', 'Cleo');
    expect(document.activeElement).toBe(row(/^Bo/));
    press('ArrowDown', true);
    await becomes('Hannah', 'Cleo');
  });

  it.each([
    ['a search', { ...ALL, query: 'an' }, ['Anna', 'Hannah']],
    ['a filter', { ...ALL, filter: { ...NO_FILTER, networks: ['Signal'] } }, ['Ada', 'Bo', 'Cleo']],
  ])('are all that are shown, and no others, under %s', async (_what, listQuery, names) => {
    render(<Page listQuery={listQuery} />);
    await waitFor(() => expect(document.querySelectorAll('.row')).toHaveLength(names.length));
    row(/./)?.focus();
    press('*');
    await becomes(...names);
    press('e');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.intents.map(({ chatID }) => chatID)).toStrictEqual(names);
  });

  it.each([
    ['u', 'markRead', 'markUnread'],
    ['m', 'mute', 'unmute'],
    ['h', 'remind', 'clearReminder'],
  ])('with %s are each told to %s, and taken back with one z', async (key, kind, back) => {
    await openList();
    press('*');
    await becomes(...NAMES);
    press(key);
    if (key === 'h') await chooseFirst();
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(told(sent[0])).toStrictEqual(NAMES.map((name) => [name, kind]));
    press('z');
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(told(sent[1])).toStrictEqual(NAMES.toReversed().map((name) => [name, back]));
    expect(sent[1]?.undoes).toBe(sent[0]?.intents[0]?.id);
    const ids = sent.flatMap(({ intents }) => intents.map(({ id }) => id));
    expect(new Set(ids).size).toBe(2 * NAMES.length);
  });
});

function told(act: Requests['act'] | undefined): string[][] {
  return (act?.intents ?? []).map(({ chatID, intent }) => [chatID, intent.kind]);
}

async function chooseFirst(): Promise<void> {
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('menuitem'));
  press('1');
}
