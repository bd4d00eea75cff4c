import type { App, Call, Route } from '../http/route';
import { json, invalid } from '../http/reply';
import { filledString, integer } from '../http/schema';
import { pageOf } from '../pages';
import { accountView, userView } from '../views/people';
import type { PersonRecord } from '../world/records';
import { accountOf } from './lookup';

export const ACCOUNT_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '/v1/accounts',
    scope: 'read',
    handle: ({ app }) => {
      const listed = app.world.accounts.filter(({ isListed }) => isListed && isReady(app));
      return json(listed.map((account) => accountView(account, app.age)));
    },
  },
  {
    method: 'GET',
    path: '/v1/accounts/:accountID/contacts',
    scope: 'read',
    handle: (call) => {
      const query = call.query.text('query');
      if (query === undefined) throw invalid('query is required', ['query']);
      return json({ items: contactsOf(call, query).map(userView) });
    },
  },
  {
    method: 'GET',
    path: '/v1/accounts/:accountID/contacts/list',
    since: '4.2.557',
    scope: 'read',
    handle: (call) => {
      const size = call.query.number('limit', integer(1, 200)) ?? 50;
      const contacts = contactsOf(call, call.query.checked('query', filledString) ?? '');
      const order = new Map(contacts.map((person, index) => [person.id, -index]));
      const position = ({ id }: PersonRecord) => ({ rank: order.get(id) ?? 0, id });
      const page = pageOf(call, contacts, { size, position });
      return json({ ...page, items: page.items.map(userView) });
    },
  },
];

function isReady({ switches }: App): boolean {
  return switches.setup === 'untold' || switches.setup === 'ready';
}

/** Whom one has a direct chat with on that network, by name. */
function contactsOf(call: Call, query: string): PersonRecord[] {
  const account = accountOf(call, call.request.params['accountID'] ?? '');
  const people = new Map<string, PersonRecord>();
  for (const chat of call.app.world.chats.values()) {
    if (chat.accountID !== account.accountID) continue;
    for (const person of chat.participants) if (!person.isSelf) people.set(person.id, person);
  }
  const needle = query.toLowerCase();
  return [...people.values()]
    .filter((person) => mentions(person, needle))
    .toSorted((a, b) => a.fullName.localeCompare(b.fullName));
}

function mentions(person: PersonRecord, needle: string): boolean {
  const { fullName, username, phoneNumber, email, id } = person;
  const texts = [fullName, username, phoneNumber, email, id];
  return texts.some((text) => text?.toLowerCase().includes(needle));
}
