import { useEffect, useRef, useState } from 'preact/hooks';

import { Icon } from '@/components/parts/Icon';
import type { Contact } from '@/lib/model/messages/new-chat';
import { titleOf } from '@/lib/text/error-texts';
import { t } from '@/lib/text/i18n';
import { type Discovery, useContacts } from './use-contacts';

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
  const [index, setIndex] = useState(0);
  const active = Math.min(index, contacts.length - 1);

  useEffect(() => setIndex(0), [query, accountID]);
  useEffect(() => {
    document.getElementById(optionID(active))?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const change = (changed: readonly Contact[]) => {
    onPeople(changed);
    field.current?.focus();
  };
  const pick = (contact: Contact | undefined) => {
    if (contact) change([...people, contact]);
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const moves: Readonly<Record<string, number>> = { ArrowDown: active + 1, ArrowUp: active - 1 };
    const to = moves[event.key];
    if (to !== undefined) setIndex(Math.max(0, Math.min(to, contacts.length - 1)));
    else if (event.key === 'Enter' && query) pick(contacts[active]);
    else if (event.key === 'Backspace' && !query) return onPeople(people.slice(0, -1));
    else return undefined;
    return event.preventDefault();
  };

  return (
    <div class="people">
      <div class="people-field">
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
        <input
          ref={field}
          id="new-chat-to"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={contacts.length > 0}
          aria-controls="new-chat-contacts"
          aria-activedescendant={contacts[active] && optionID(active)}
          placeholder={people.length > 0 ? '' : t('new_chat_find')}
          {...(query && { dir: 'auto' as const })}
          value={query}
          onInput={({ currentTarget }) => onQuery(currentTarget.value)}
          onKeyDown={onKey}
        />
      </div>
      <div
        id="new-chat-contacts"
        class="contacts"
        role="listbox"
        tabIndex={-1}
        aria-label={t('new_chat_contacts')}
      >
        {contacts.map((contact, place) => (
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys of the whole list
          <div
            key={contact.id}
            id={optionID(place)}
            class="contact"
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            onClick={() => pick(contact)}
          >
            <bdi>{contact.name}</bdi>
            {contact.handle && <bdi class="secondary">{contact.handle}</bdi>}
          </div>
        ))}
      </div>
      <p class="secondary" aria-live="polite">
        {contacts.length === 0 && instead(found, query)}
      </p>
    </div>
  );
}

/** Of what was found for other words only what fits these: Enter picks nobody else. */
function isMeant({ name, handle = '' }: Contact, found: Discovery, query: string): boolean {
  const words = query.trim();
  const told = `${name} ${handle}`.toLowerCase();
  return found.query === words || told.includes(words.toLowerCase());
}

function optionID(place: number): string {
  return `contact-${place}`;
}

function instead({ isLooking, error }: Discovery, query: string): string {
  if (isLooking) return t('new_chat_looking');
  if (error) return titleOf(error);
  return query ? t('new_chat_nobody') : '';
}
