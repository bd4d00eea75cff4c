import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';

import { useAccounts } from '@/components/options/use-accounts';
import { IconButton } from '@/components/parts/IconButton';
import type { OverlayProps } from '@/components/popup/overlays/overlay-props';
import { usePopover } from '@/components/popup/overlays/use-popover';
import type { FilteredAccount } from '@/lib/model/chats/accounts';
import { type Filter, isFiltering, KINDS, NO_FILTER } from '@/lib/model/list/filter';
import { networksOf, toggled } from '@/lib/model/list/search/choices';
import { t } from '@/lib/text/i18n';
import { keyOf } from '@/lib/text/key-of';
import { KeepButton } from './SaveFilterButton';

/** What to show, put together from what there is; the list follows at once. */
export function FilterPanel({ view, listQuery, onFilter, snapshot, close }: OverlayProps) {
  const { filter } = listQuery;
  const { element: panel, attributes } = usePopover<HTMLDialogElement>(close);
  const accounts = useAccounts() ?? [];
  const networks = networksOf(snapshot?.chats.values() ?? [], filter);
  const hasLow = filter.isLow || hasLowPriority(snapshot);
  useBelowHead(panel);
  useEffect(() => panel.current?.querySelector<HTMLElement>('.chip')?.focus(), [panel]);

  return (
    <dialog
      {...attributes}
      class="filters"
      aria-labelledby="filters-title"
      onKeyDown={(event) => {
        if (!['Escape', 'f'].includes(keyOf(event))) return;
        event.preventDefault();
        close();
      }}
    >
      <header>
        <h2 id="filters-title">{t('filter_title')}</h2>
        <IconButton icon="close" name={t('action_close')} onPress={close} />
      </header>
      <Choices id="network" name={t('filter_network')}>
        {networks.map((network) => (
          <Choice
            key={network}
            text={network}
            isOn={filter.networks.includes(network)}
            onPress={() => onFilter({ ...filter, networks: toggled(filter.networks, network) })}
          />
        ))}
      </Choices>
      {accounts.length > 0 && (
        <Choices id="account" name={t('filter_account')}>
          {accounts.map((account) => (
            <Choice
              key={account.id}
              text={account.name}
              isOn={filter.accounts.some(({ id }) => id === account.id)}
              onPress={() => onFilter({ ...filter, accounts: withAccount(filter, account) })}
            />
          ))}
        </Choices>
      )}
      <Choices id="kind" name={t('filter_kind')}>
        {KINDS.map((kind) => (
          <Choice
            key={kind}
            text={t(`filter_${kind}`)}
            isOn={filter.kind === kind}
            onPress={() => {
              const { kind: last, ...rest } = filter;
              onFilter(last === kind ? rest : { ...rest, kind });
            }}
          />
        ))}
      </Choices>
      <Choices id="answer" name={t('filter_answer')} hint={t('filter_waiting_hint')}>
        <Choice
          text={t('filter_waiting')}
          isOn={filter.isWaiting}
          onPress={() => onFilter({ ...filter, isWaiting: !filter.isWaiting })}
        />
      </Choices>
      {hasLow && (
        <Choices id="priority" name={t('filter_priority')}>
          <Choice
            text={t('filter_low')}
            isOn={filter.isLow === true}
            onPress={() => {
              const { isLow, ...rest } = filter;
              onFilter(isLow ? rest : { ...rest, isLow: true });
            }}
          />
        </Choices>
      )}
      {isFiltering(filter) && (
        <footer>
          <KeepButton filter={filter} filters={view.filters} />
          <button
            type="button"
            class="link"
            onClick={() => {
              onFilter(NO_FILTER);
              panel.current?.querySelector<HTMLElement>('.chip')?.focus();
            }}
          >
            {t('filter_clear')}
          </button>
        </footer>
      )}
    </dialog>
  );
}

interface ChoicesProps {
  id: string;
  name: string;
  hint?: string;
  children: ComponentChildren;
}

function Choices({ id, name, hint, children }: ChoicesProps) {
  return (
    <div
      class="choices"
      role="group"
      aria-labelledby={`filter-${id}`}
      {...(hint && { 'aria-describedby': `filter-${id}-hint` })}
    >
      <h3 id={`filter-${id}`}>{name}</h3>
      <div class="choices-chips">{children}</div>
      {hint && (
        <p id={`filter-${id}-hint`} class="secondary">
          {hint}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  text: string;
  isOn: boolean;
  onPress(): void;
}

function Choice({ text, isOn, onPress }: ChoiceProps) {
  return (
    <button type="button" class="chip" aria-pressed={isOn} onClick={onPress}>
      {text}
    </button>
  );
}

/** Beeper from before it told of them has none to show. */
function hasLowPriority(snapshot: OverlayProps['snapshot']): boolean {
  return [...(snapshot?.chats.values() ?? [])].some(({ box }) => box === 'low-priority');
}

function withAccount({ accounts }: Filter, account: FilteredAccount): FilteredAccount[] {
  const others = accounts.filter(({ id }) => id !== account.id);
  const isNew = others.length === accounts.length;
  return (isNew ? [...others, account] : others).toSorted((a, b) => a.name.localeCompare(b.name));
}

/** Where the head ends depends on how large its text is. */
function useBelowHead(panel: { current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const head = document.querySelector('.head');
    if (panel.current && head) panel.current.style.top = `${head.getBoundingClientRect().bottom}px`;
  }, [panel]);
}
