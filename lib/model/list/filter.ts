import { readArray, readObject, readOneOf, readText, readTexts } from '@/lib/base/parse';
import type { FilteredAccount } from '@/lib/model/chats/accounts';
import { t } from '@/lib/text/i18n';

/** Which chats of a list to show; what is left open lets all pass. */
export interface Filter {
  /** Chats of these networks, and of these accounts besides. */
  networks: readonly string[];
  accounts: readonly FilteredAccount[];
  kind?: Kind;
  /** Only those whose last message waits for an answer. */
  isWaiting: boolean;
  /** Beeper's list of chats that matter less, which no tab shows by itself. */
  isLow?: boolean;
}

export const KINDS = ['direct', 'group'] as const;
export type Kind = (typeof KINDS)[number];

export const NO_FILTER: Filter = { networks: [], accounts: [], isWaiting: false };

/** Made of what it lets pass, and so the same for filters that are the same. Empty: none. */
export function filterName({ networks, accounts, kind, isWaiting, isLow }: Filter): string {
  return [
    ...networks,
    ...accounts.map(({ name }) => name),
    kind && t(`filter_${kind}`),
    isWaiting && t('filter_waiting'),
    isLow && t('filter_low'),
  ]
    .filter(Boolean)
    .join(' · ');
}

export function isFiltering({ networks, accounts, kind, isWaiting, isLow }: Filter): boolean {
  const isPlain = networks.length === 0 && accounts.length === 0 && kind === undefined;
  return !isPlain || isWaiting || isLow === true;
}

export function readFilter(value: unknown): Filter | undefined {
  const raw = readObject(value);
  if (!raw) return undefined;
  const kind = readOneOf<Kind>(raw.kind, KINDS);
  return {
    networks: readTexts(raw.networks) ?? [],
    accounts: readArray(raw.accounts)?.flatMap(readAccount) ?? [],
    isWaiting: raw.isWaiting === true,
    ...(kind && { kind }),
    ...(raw.isLow === true && { isLow: true }),
  };
}

export function readFilters(value: unknown): Filter[] | undefined {
  return readArray(value)?.flatMap((filter) => readFilter(filter) ?? []);
}

function readAccount(value: unknown): FilteredAccount[] {
  const raw = readObject(value);
  const id = readText(raw?.id);
  return id ? [{ id, name: readText(raw?.name) ?? id }] : [];
}
