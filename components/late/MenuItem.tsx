interface Props {
  text: string;
  detail?: string;
  keyHint?: number | string;
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
      {...(keyHint && { 'aria-keyshortcuts': String(keyHint), 'data-key': keyHint })}
      onClick={onPress}
    >
      <span>{text}</span>
      {detail && <span class="visually-hidden">, </span>}
      <span class="detail">{detail}</span>
      {keyHint && <kbd aria-hidden="true">{keyHint}</kbd>}
    </button>
  );
}
