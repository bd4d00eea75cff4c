import { useRef } from 'preact/hooks';

import { Combobox } from '@/components/parts/Combobox';
import { Icon } from '@/components/parts/Icon';
import type { Contact } from '@/lib/model/messages/new-chat';
import { titleOf } from '@/lib/text/error-texts';
import { t } from '@/lib/text/i18n';
import { type FoundContacts, useContacts } from './use-contacts';

interface Props {
  accountID: string;
  people: readonly Contact[];
  query: string;
  onQuery(query: string): void;
  /** Empties the field, too. */
  onPeople(people: readonly Contact[]): void;
}

/** Who the chat is with: found by name, picked with Enter, one or several. */
export function PeoplePicker({ accountID, people, query, onQuery, onPeople }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const found = useContacts(accountID, query);
  const contacts = found.contacts.filter(
    (contact) => people.every(({ id }) => id !== contact.id) && isMeant(contact, found, query),
  );

  const change = (changed: readonly Contact[]) => {
    onPeople(changed);
    field.current?.focus();
  };
  /** Enter then belongs to the form; Backspace takes the last person away. */
  const onEmptyKey = ({ key }: KeyboardEvent) => {
    if (key === 'Backspace') onPeople(people.slice(0, -1));
    return key === 'Backspace' || key === 'Enter';
  };

  return (
    <div class="people">
      <Combobox
        id="new-chat-to"
        field={field}
        fieldProps={{ placeholder: people.length > 0 ? '' : t('new_chat_find') }}
        listName={t('new_chat_contacts')}
        query={query}
        options={contacts.map((contact) => ({ ...contact, detail: contact.handle, contact }))}
        onQuery={onQuery}
        onPick={({ contact }) => change([...people, contact])}
        onEmptyKey={onEmptyKey}
      >
        {people.map((person) => (
          <button
            key={person.id}
            type="button"
            class="person"
            aria-label={t('new_chat_remove', person.name)}
            onClick={() => change(people.filter(({ id }) => id !== person.id))}
          >
            <bdi>{person.name}</bdi>
            <Icon name="close" />
          </button>
        ))}
      </Combobox>
      <p class="secondary" aria-live="polite">
        {contacts.length === 0 && instead(found, query)}
      </p>
    </div>
  );
}

/** Of what was found for other words only what fits these: Enter picks nobody else. */
function isMeant({ name, handle = '' }: Contact, found: FoundContacts, query: string): boolean {
  const words = query.trim();
  const told = `${name} ${handle}`.toLowerCase();
  return found.query === words || told.includes(words.toLowerCase());
}

function instead({ isLooking, error }: FoundContacts, query: string): string {
  if (isLooking) return t('new_chat_looking');
  if (error) return titleOf(error);
  return query ? t('new_chat_nobody') : '';
}
