import type { ComponentChildren, InputHTMLAttributes, Ref } from 'preact';
import { useEffect, useState } from 'preact/hooks';

export interface ComboboxOption {
  id: string;
  name: string;
  /** What tells it from others of that name. */
  detail?: string | undefined;
}

interface Props<Option> {
  /** The field's id; the list and the options get theirs from it. */
  id: string;
  field: Ref<HTMLInputElement>;
  /** What more the field has, such as a name where no label stands beside it. */
  fieldProps?: InputHTMLAttributes<HTMLInputElement>;
  listName: string;
  query: string;
  options: readonly Option[];
  onQuery(query: string): void;
  onPick(option: Option): void;
  /** Keys pressed in the empty field that are not the list's; answers whether one was. */
  onEmptyKey?(event: KeyboardEvent): boolean;
  /** What stands in the field before the words. */
  children?: ComponentChildren;
}

/**
 * A field over a list of what was found for its words. The focus stays in the field, whose keys mark an
 * option and take it.
 */
export function Combobox<Option extends ComboboxOption>(props: Props<Option>) {
  const { id, field, fieldProps, listName, query, options, children } = props;
  const { active, onKeyDown, restart } = useMarkedOption(props);
  return (
    <>
      <div class="people-field">
        {children}
        <input
          {...fieldProps}
          ref={field}
          id={id}
          role="combobox"
          type="text"
          autocomplete="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={options[active] && optionID(id, active)}
          {...(query && { dir: 'auto' as const })}
          value={query}
          onInput={({ currentTarget }) => {
            restart();
            props.onQuery(currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} class="contacts" role="listbox" tabIndex={-1} aria-label={listName}>
        {options.map((option, place) => (
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys of the whole list
          <div
            key={option.id}
            id={optionID(id, place)}
            class="contact"
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            onClick={() => props.onPick(option)}
          >
            <bdi>{option.name}</bdi>
            {option.detail && <bdi class="secondary">{option.detail}</bdi>}
          </div>
        ))}
      </div>
    </>
  );
}

/** The option that Enter takes: the first one until an arrow key marks another. */
function useMarkedOption<Option extends ComboboxOption>(props: Props<Option>) {
  const { id, query, options, onPick, onEmptyKey } = props;
  const [index, setIndex] = useState(0);
  const last = options.length - 1;
  const active = Math.min(index, last);

  // Also where the words change without being typed, such as when an option was taken.
  useEffect(() => setIndex(0), [query]);
  useEffect(() => {
    document.getElementById(optionID(id, active))?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || (!query && onEmptyKey?.(event))) return;
    const steps: Readonly<Record<string, number>> = { ArrowDown: active + 1, ArrowUp: active - 1 };
    const to = steps[event.key];
    const marked = options[active];
    if (to !== undefined) setIndex(Math.max(0, Math.min(to, last)));
    else if (event.key !== 'Enter') return;
    // A key held down takes one.
    else if (marked && !event.repeat) onPick(marked);
    event.preventDefault();
  };
  return { active, onKeyDown, restart: () => setIndex(0) };
}

function optionID(id: string, place: number): string {
  return `${id}-option-${place}`;
}
