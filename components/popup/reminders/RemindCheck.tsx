interface Props {
  text: string;
  isChecked: boolean;
  onChange(isChecked: boolean): void;
}

/** What goes with the reminder, whichever line is chosen. */
export function RemindCheck({ text, isChecked, onChange }: Props) {
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
