import { readTimeOfDay, type TimeOfDay } from '../lib/rhythm';

interface Props {
  id: string;
  label: string;
  time: TimeOfDay;
  /** The id of what says more about it. */
  hint?: string;
  /** Not called for what is no time yet. */
  onChange(time: TimeOfDay): void;
}

/** A time of day. */
export function TimeField({ id, label, time, hint, onChange }: Props) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="time"
        required
        defaultValue={time}
        {...(hint && { 'aria-describedby': hint })}
        onChange={({ currentTarget }) => {
          const chosen = readTimeOfDay(currentTarget.value);
          if (chosen) onChange(chosen);
        }}
      />
    </div>
  );
}
