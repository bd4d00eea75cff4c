import type { User } from '@beeper/desktop-api/resources/shared';
import type { Chat } from '@beeper/desktop-api/resources/chats/chats';
import type { Account } from '@beeper/desktop-api/resources/accounts/accounts';

import { isRich, isSince, type Age } from '../age';
import type { AccountRecord, PersonRecord } from '../world/records';

export function userView(person: PersonRecord): User {
  const { isAdmin: _admin, isPending: _pending, isNetworkBot: _bot, ...user } = person;
  return user;
}

export function participantsView(
  people: readonly PersonRecord[],
  { age, limit }: { age: Age; limit: number },
): Chat.Participants {
  const shown = limit < 0 ? people : people.slice(0, limit);
  return {
    items: shown.map((person) => (isRich(age) ? { ...person } : userView(person))),
    hasMore: shown.length < people.length,
    total: people.length,
  };
}

/** The network's name was dropped in 4.2.557 and came back, next to the bridge, in 4.2.785. */
export function accountView(account: AccountRecord, age: Age): Partial<Account> {
  const { accountID, bridge, network } = account;
  const hasNetwork = isSince(age, '4.2.785') || !isSince(age, '4.2.557');
  return {
    accountID,
    user: userView(account.user),
    ...(isSince(age, '4.2.785') && { bridge }),
    ...(hasNetwork && { network }),
  };
}
