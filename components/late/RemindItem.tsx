interface Props {
  text: string;
  detail?: string | undefined;
  /** The key that does the same while the menu is open. */
  keyHint: string;
  onPress(): void;
}

/** One line of the reminder menu: what it is called, the exact time, its key. */
export function RemindItem({ text, detail, keyHint, onPress }: Props) {
  return (
    <button
      type="button"
      class="menu-item"
      role="menuitem"
      tabIndex={-1}
      aria-keyshortcuts={keyHint}
      data-key={keyHint}
      onClick={onPress}
    >
      <span class="name">{text}</span>
      {detail && <span class="visually-hidden">, </span>}
      <span class="detail">{detail}</span>
      <kbd aria-hidden="true">{keyHint}</kbd>
    </button>
  );
}

interface CheckProps {
  text: string;
  isChecked: boolean;
  onChange(isChecked: boolean): void;
}

/** What goes with the reminder, whichever line is chosen. */
export function RemindCheck({ text, isChecked, onChange }: CheckProps) {
  return (
    <button
      type="button"
      class="menu-item is-check"
      role="menuitemcheckbox"
      tabIndex={-1}
      aria-checked={isChecked}
      onClick={() => onChange(!isChecked)}
    >
      {text}
    </button>
  );
}
