import type { Chat } from '@/lib/model/chats/chat';
import type { Filter } from '@/lib/model/list/filter';

/** The networks there are, those with most chats first, and those of the filter in any case. */
export function networksOf(chats: Iterable<Chat>, { networks }: Filter): string[] {
  const counts = new Map(networks.map((network) => [network, 0]));
  for (const { network } of chats) {
    if (network) counts.set(network, (counts.get(network) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([a, ofA], [b, ofB]) => ofB - ofA || a.localeCompare(b))
    .map(([network]) => network);
}

/** With it or without it, in the same order whichever was chosen first. */
export function toggled(chosen: readonly string[], one: string): string[] {
  const others = chosen.filter((other) => other !== one);
  const isNew = others.length === chosen.length;
  return (isNew ? [...others, one] : others).toSorted((a, b) => a.localeCompare(b));
}

/** The accounts a search at Beeper has to keep to; none: to all of them. */
export function accountIDsOf(chats: Iterable<Chat>, { networks, accounts }: Filter): string[] {
  const ids = new Set(accounts.map(({ id }) => id));
  if (networks.length > 0) {
    for (const { network, accountID } of chats) if (networks.includes(network)) ids.add(accountID);
  }
  return [...ids];
}
