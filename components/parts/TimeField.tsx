import { useEffect, useRef, useState } from 'preact/hooks';

import { readTimeOfDay, type TimeOfDay } from '@/lib/model/reminders/times/day-preferences';

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
  const field = useRef<HTMLInputElement>(null);
  const [isHeld, setHeld] = useState(false);
  // What is typed becomes a time bit by bit, and is not to be written over meanwhile.
  useEffect(() => {
    if (field.current && !isHeld) field.current.value = time;
  }, [time, isHeld]);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        ref={field}
        id={id}
        type="time"
        required
        defaultValue={time}
        {...(hint && { 'aria-describedby': hint })}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
        onChange={({ currentTarget }) => {
          const chosen = readTimeOfDay(currentTarget.value);
          if (chosen) onChange(chosen);
        }}
      />
    </div>
  );
}
