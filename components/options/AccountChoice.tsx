import { useMemo } from 'preact/hooks';

import { Check } from '@/components/parts/Check';
import { knownAccounts } from '@/lib/model/chats/accounts';
import type { Chats } from '@/lib/model/chats/merge';
import { t } from '@/lib/text/i18n';
import { useAccounts } from './use-accounts';

interface Props {
  chats: Chats;
  /** Ids of the accounts that do not count. */
  leftOut: readonly string[];
  onChange(leftOut: string[]): void;
}

/** Which accounts count. Nothing to choose where there is but one. */
export function AccountChoice({ chats, leftOut, onChange }: Props) {
  const told = useAccounts();
  const accounts = useMemo(() => knownAccounts(chats, told), [chats, told]);
  if (accounts.length < 2) return null;
  const without = (id: string) => leftOut.filter((one) => one !== id);
  return (
    <fieldset class="choices" aria-describedby="accounts-hint">
      <legend>{t('options_badge_accounts')}</legend>
      <div class="columns">
        {accounts.map(({ id, name }) => (
          <Check
            key={id}
            isOn={!leftOut.includes(id)}
            onChange={(isOn) => onChange(isOn ? without(id) : [...without(id), id])}
          >
            {name}
          </Check>
        ))}
      </div>
      <p class="secondary" id="accounts-hint">
        {t('options_badge_accounts_hint')}
      </p>
    </fieldset>
  );
}
