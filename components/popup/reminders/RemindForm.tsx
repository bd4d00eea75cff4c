import { useEffect, useRef, useState } from 'preact/hooks';

import { HOUR } from '@/lib/base/time';
import {
  momentOfLocal,
  readLocalDateTime,
  localOf,
  type LocalDateTime,
} from '@/lib/model/reminders/times/local-time';
import { t } from '@/lib/text/i18n';

interface Props {
  about: string;
  now: number;
  /** The moment to start from, when a reminder is set already, ms. */
  at: number | undefined;
  onPick(time: { at: number; wall: LocalDateTime }): void;
  onClose(): void;
}

/** A moment of one's own. One in the past is not taken, and said to be past. */
export function RemindForm({ about, now, at, onPick, onClose }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [isPast, setPast] = useState(false);
  const start = Math.max(at ?? 0, now + HOUR);

  useEffect(() => field.current?.focus(), []);

  const submit = (event: Event) => {
    event.preventDefault();
    const wall = readLocalDateTime(field.current?.value);
    const picked = wall && { at: momentOfLocal(wall), wall };
    if (picked && picked.at > Date.now()) onPick(picked);
    else setPast(true);
  };

  return (
    <dialog
      open
      class="menu remind-form"
      aria-label={t('remind_menu')}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onClose();
      }}
    >
      <p class="menu-about" dir="auto">
        {about}
      </p>
      <form onSubmit={submit}>
        <label>
          {t('remind_at')}
          <input
            ref={field}
            type="datetime-local"
            defaultValue={localOf(start)}
            min={localOf(now)}
            required
          />
        </label>
        {isPast && (
          <p class="is-wrong" role="alert">
            {t('remind_past')}
          </p>
        )}
        <button type="submit" class="button is-primary">
          {t('remind_set')}
        </button>
      </form>
    </dialog>
  );
}
