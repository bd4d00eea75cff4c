import type { Ref } from 'preact';

import { Icon } from '@/components/parts/Icon';
import { IconButton } from '@/components/parts/IconButton';
import { moveFocus, sideways } from '@/components/parts/move-focus';
import { TABS, type Tab, type TabCounts } from '@/lib/model/list/tabs';
import { formatNumber, t } from '@/lib/text/i18n';

interface Props {
  tab: Tab;
  counts: TabCounts;
  query: string;
  searchBox: Ref<HTMLInputElement>;
  onTab(tab: Tab): void;
  onQuery(query: string): void;
  onFilters(): void;
  onMenu(): void;
}

/** Tabs with counts, search, a menu: all the chrome there is. */
export function Head({ tab, counts, query, searchBox, onTab, onQuery, ...press }: Props) {
  return (
    <header class="head">
      <h1 class="visually-hidden">{t('extension_name')}</h1>
      <div
        class="tabs"
        role="tablist"
        tabIndex={-1}
        aria-label={t('popup_tabs')}
        onKeyDown={onTabKey}
      >
        {TABS.map((name) => (
          <TabButton
            key={name}
            name={name}
            count={counts[name]}
            isSelected={name === tab && query === ''}
            isReached={name === tab}
            onPress={() => onTab(name)}
          />
        ))}
      </div>
      <div class="tools">
        <label class="search">
          <Icon name="search" />
          <input
            ref={searchBox}
            type="search"
            {...(query && { dir: 'auto' as const })}
            value={query}
            placeholder={t('popup_search')}
            aria-label={t('popup_search')}
            onInput={(event) => onQuery(event.currentTarget.value)}
          />
        </label>
        <IconButton icon="filter" name={t('filter_title')} keyHint="f" onPress={press.onFilters} />
        <IconButton icon="menu" name={t('popup_menu')} opensMenu onPress={press.onMenu} />
      </div>
    </header>
  );
}

interface TabProps {
  name: Tab;
  count: number;
  isSelected: boolean;
  isReached: boolean;
  onPress(): void;
}

function TabButton({ name, count, isSelected, isReached, onPress }: TabProps) {
  return (
    <button
      type="button"
      class="tab"
      role="tab"
      id={`tab-${name}`}
      aria-selected={isSelected}
      aria-controls="chats"
      tabIndex={isReached ? 0 : -1}
      {...(count > 0 && { 'aria-description': formatNumber(count) })}
      onClick={onPress}
    >
      {t(`tab_${name}`)}
      {count > 0 && (
        <span class="count" aria-hidden="true">
          {formatNumber(count)}
        </span>
      )}
    </button>
  );
}

function onTabKey(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const isEnd = event.key === 'Home' || event.key === 'End';
  const key = isEnd ? event.key : sideways(event.key);
  if (!key || !moveFocus(key, event.currentTarget, '[role=tab]')) return;
  event.preventDefault();
  event.stopPropagation();
}
