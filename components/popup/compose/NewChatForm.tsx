import { useEffect, useRef, useState } from 'preact/hooks';

import { IconButton } from '@/components/parts/IconButton';
import { type ErrorCode, errorCode } from '@/lib/base/errors';
import type { AccountChoice } from '@/lib/model/messages/new-chat';
import { ask } from '@/lib/requests/bridge';
import { causeOf, stepOf, titleOf } from '@/lib/text/error-texts';
import { t } from '@/lib/text/i18n';
import { PeoplePicker } from './PeoplePicker';
import { useBegunChat, whereToBegin } from './use-new-chat';

interface Props {
  onStarted(title: string): void;
  onClose(): void;
}

/** A chat that is not there yet: in which account, with whom, and perhaps the first words. */
export function NewChatForm({ onStarted, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const accounts = useAccounts();
  const { begun, change } = useBegunChat();
  const [turn, setTurn] = useState(0);
  const [state, setState] = useState<'open' | 'starting' | ErrorCode>('open');
  const { query, title, text } = begun;
  const { accountID, people } = whereToBegin(begun, accounts.choices);
  const isStarting = state === 'starting';
  const trouble = accounts.error ?? (state === 'open' || isStarting ? undefined : state);

  useEffect(() => {
    dialog.current?.showModal();
    document.getElementById('new-chat-to')?.focus();
  }, []);

  const start = async (event: Event) => {
    event.preventDefault();
    if (isStarting || people.length === 0) return;
    setState('starting');
    const id = crypto.randomUUID();
    try {
      const ids = people.map((person) => person.id);
      const started = await ask('newChat', { id, accountID, people: ids, title, text });
      onStarted(started.title);
    } catch (error) {
      setState(errorCode(error));
    }
  };

  return (
    <dialog ref={dialog} class="keys new-chat" aria-labelledby="new-chat-name" onClose={onClose}>
      <header>
        <h2 id="new-chat-name">{t('new_chat')}</h2>
        <IconButton icon="close" name={t('action_close')} onPress={() => dialog.current?.close()} />
      </header>
      <form onSubmit={(event) => void start(event)}>
        <label for="new-chat-account">{t('new_chat_account')}</label>
        <select
          id="new-chat-account"
          value={accountID}
          onChange={({ currentTarget }) => {
            change({ accountID: currentTarget.value, people: [], query: '' });
            setTurn(turn + 1);
          }}
        >
          {accounts.choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name ? `${choice.network} · ${choice.name}` : choice.network}
            </option>
          ))}
        </select>
        <label for="new-chat-to">{t('new_chat_to')}</label>
        <PeoplePicker
          // Not with the account: it comes when somebody may be typing here already.
          key={turn}
          accountID={accountID}
          people={people}
          query={query}
          onQuery={(typed) => change({ query: typed })}
          onPeople={(chosen) => change({ accountID, people: chosen, query: '' })}
        />
        {people.length > 1 && (
          <input
            aria-label={t('new_chat_title')}
            placeholder={t('new_chat_title')}
            {...(title && { dir: 'auto' as const })}
            value={title}
            onInput={({ currentTarget }) => change({ title: currentTarget.value })}
          />
        )}
        <textarea
          rows={2}
          {...(text && { dir: 'auto' as const })}
          aria-label={t('new_chat_message')}
          placeholder={t('new_chat_message')}
          value={text}
          onInput={({ currentTarget }) => change({ text: currentTarget.value })}
        />
        {trouble && (
          <p class="is-wrong" role="alert">
            {wordsOf(trouble)}
          </p>
        )}
        <button
          type="submit"
          class="button is-primary"
          aria-disabled={isStarting || people.length === 0}
        >
          {t(isStarting ? 'new_chat_starting' : 'new_chat_start')}
        </button>
      </form>
    </dialog>
  );
}

function wordsOf(code: ErrorCode): string {
  if (code === 'unsure') return `${titleOf(code)}. ${stepOf(code)}`;
  return t('new_chat_failed', titleOf(code), causeOf(code));
}

interface Accounts {
  choices: readonly AccountChoice[];
  error?: ErrorCode;
}

function useAccounts(): Accounts {
  const [accounts, setAccounts] = useState<Accounts>({ choices: [] });
  useEffect(() => {
    ask('accounts', null).then(
      (choices) => setAccounts({ choices }),
      (error: unknown) => setAccounts({ choices: [], error: errorCode(error) }),
    );
  }, []);
  return accounts;
}
