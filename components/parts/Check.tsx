import type { ComponentChildren } from 'preact';

interface Props {
  isOn: boolean;
  /** The id of what says more about it. */
  hint?: string;
  onChange(isOn: boolean): void;
  children: ComponentChildren;
}

/** A thing to switch on or off, with its words. */
export function Check({ isOn, hint, onChange, children }: Props) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isOn}
        {...(hint && { 'aria-describedby': hint })}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {children}
    </label>
  );
}
