interface Props {
  text: string;
  detail?: string | undefined;
  keyHint?: string;
  onPress(): void;
}

/** One line of a menu; the key, where it has one, does the same. */
export function MenuItem({ text, detail, keyHint, onPress }: Props) {
  return (
    <button
      type="button"
      class="menu-item"
      role="menuitem"
      tabIndex={-1}
      {...(keyHint && { 'aria-keyshortcuts': keyHint, 'data-key': keyHint })}
      onClick={onPress}
    >
      <span class="name">{text}</span>
      {detail && <span class="visually-hidden">, </span>}
      <span class="detail">{detail}</span>
      {keyHint && <kbd aria-hidden="true">{keyHint}</kbd>}
    </button>
  );
}
