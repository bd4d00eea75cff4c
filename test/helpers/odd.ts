import { reminderText } from '@/lib/browser/notifications';
import { tooltip } from '@/lib/browser/toolbar';
import { badgeOf } from '@/lib/model/badge/badge';
import { countUnread } from '@/lib/model/badge/count';
import { shownChats } from '@/lib/model/chats/merge';
import { type Row, rowsOf } from '@/lib/model/chats/rows';
import type { DiscoveredServer } from '@/lib/model/connection/discovery';
import { freshness } from '@/lib/model/connection/freshness';
import { wordsOfStatus } from '@/lib/model/connection/texts';
import { previewLine } from '@/lib/model/list/preview';
import { rowName } from '@/lib/model/list/row-name';
import { searchRows } from '@/lib/model/list/search/search-rows';
import { summaryOf } from '@/lib/model/list/summary';
import { tabRows, TABS } from '@/lib/model/list/tabs';
import { readNotificationID, reminderID } from '@/lib/model/notifications/ids';
import { hasRung, type Reminder } from '@/lib/model/reminders/reminder';
import { initialsOf, networkMark } from '@/lib/text/initials';
import type { State } from '@/lib/worker/core/state';
import { NOON } from './clock';
import { idsOf } from './world';

/** What is not as it should be, by name. */
function untrue(claims: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(claims).filter((claim) => claims[claim] !== true);
}

/** Invisible at best, misleading at worst: none of it is ever drawn. */
const INVISIBLE = /[\u200B\u202A-\u202E\u2066-\u2069\uFEFF\p{Cs}\p{Cc}]/u;

/** As long as the edge lets a text be, and the sign that it was cut. */
const LONGEST = 281;

function isLine(text: unknown, longest = LONGEST): boolean {
  return typeof text === 'string' && text.length <= longest && !INVISIBLE.test(text);
}

/** Every number can be counted with, and nothing is there that could not be stored. */
export function oddIn(value: unknown, name = 'it'): string[] {
  if (typeof value === 'function') return [`${name} is a function`];
  if (typeof value === 'number') {
    const isCount = /count|total/i.test(name);
    const isFine = isCount ? Number.isSafeInteger(value) && value >= 0 : Number.isFinite(value);
    return isFine ? [] : [`${name} is ${value}`];
  }
  if (typeof value !== 'object' || value === null) return [];
  const members = value instanceof Map ? [...value] : Object.entries(value);
  return members.flatMap(([key, member]) => oddIn(member, String(key)));
}

/** What is wrong with what the companion knows, and with what it would show of it. */
export function oddInState(state: State): string[] {
  return [
    ...oddIn(state),
    ...oddInChats(state),
    ...Object.values(state.reminders).flatMap((reminder) => oddInReminder(reminder, state)),
    ...oddInStatus(state),
    ...oddInToolbar(state),
    ...oddInLists(state),
  ];
}

function oddInChats({ chats }: State): string[] {
  return [...chats.values()].flatMap(({ title, network, preview, avatar }) =>
    untrue({
      'a title is a line': title !== '' && isLine(title, 200),
      'a network is a line': isLine(network),
      'a last message is a line': isLine(preview?.text ?? ''),
      'a sender is a line': isLine(preview?.sender ?? ''),
      'a picture is asked of Beeper alone': avatar === undefined || isOfBeeper(avatar),
    }),
  );
}

function isOfBeeper(address: string): boolean {
  return address.length <= 500 && /^((local)?mxc:\/\/|file:\/\/\/)[^/\\]/i.test(address);
}

/** What is wrong with how a Beeper would be named. */
export function oddInSighting({ name, version = '' }: DiscoveredServer): string[] {
  return untrue({ 'the name of a Beeper is a line': isLine(`${name} ${version}`, 100) });
}

function oddInStatus({ status }: State): string[] {
  return untrue({ 'the version is a line': isLine(status.version ?? '', 40) });
}

function oddInReminder(reminder: Reminder, { chats }: State): string[] {
  const { chatID, at } = reminder;
  const told = readNotificationID(reminderID(reminder));
  return untrue({
    'a notification says which reminder it is':
      hasRung(reminder) || (told?.kind === 'reminder' && told.chatID === chatID && told.at === at),
    'a notification is short': reminderText(reminder, chats.get(chatID), NOON).length < 3 * LONGEST,
  });
}

function oddInToolbar({ chats, settings, status }: State): string[] {
  const badge = badgeOf(status, countUnread(shownChats(chats), settings.badge));
  const claims = untrue({
    'the badge is short': badge.text.length <= 4,
    'the tooltip is short': tooltip(badge, true).length < 20 * LONGEST,
    'the foot is a line': isLine(freshness(status, NOON)),
    'the settings tell the connection in lines': wordsOfStatus(status, NOON).detail.every((line) =>
      isLine(line),
    ),
  });
  return [...oddIn(badge), ...claims];
}

function oddInRow(row: Row): string[] {
  const { chat, reminder } = row;
  return untrue({
    'a reminder is of its chat': (reminder?.chatID ?? chat.id) === chat.id,
    'the second line is a line': isLine(previewLine(chat), 3 * LONGEST),
    'the name of a row is a line': isLine(rowName(row, NOON), 4 * LONGEST),
    'the initials are a line': isLine(initialsOf(chat.title)),
    'the mark of a network is a line': isLine(networkMark(chat.network).letter),
  });
}

function oddInLists(state: State): string[] {
  const rows = rowsOf(state);
  const summary = summaryOf(state, state.status);
  const claims = untrue({
    'tabs hold no more than there is': TABS.every(
      (tab) => tabRows(state, tab).length <= rows.length,
    ),
    'a chat is found by its title': rows.every((row) =>
      idsOf(searchRows(state, row.chat.title)).includes(row.chat.id),
    ),
    'the first screen is short': summary.rows.length <= 10,
  });
  return [...rows.flatMap(oddInRow), ...oddIn(summary), ...claims];
}
