interface Props {
  text: string;
  detail?: string | undefined;
  keyHint?: string;
  /** Another key, of which the menu knows what it does. */
  alsoKey?: string | undefined;
  onPress(): void;
}

/** One line of a menu; the key, where it has one, does the same. */
export function MenuItem({ text, detail, keyHint, alsoKey, onPress }: Props) {
  const keys = [alsoKey, keyHint].filter((key) => key !== undefined);
  return (
    <button
      type="button"
      class="menu-item"
      role="menuitem"
      tabIndex={-1}
      {...(keys.length > 0 && { 'aria-keyshortcuts': keys.join(' ') })}
      {...(keyHint && { 'data-key': keyHint })}
      onClick={onPress}
    >
      <span class="name">{text}</span>
      {detail && <span class="visually-hidden">, </span>}
      <span class="detail">{detail}</span>
      {keys.map((key) => (
        <kbd key={key} aria-hidden="true">
          {key}
        </kbd>
      ))}
    </button>
  );
}
