import { useEffect, useState } from 'preact/hooks';

import type { DayPreferences } from '@/lib/model/reminders/times/day-preferences';
import type { Moment } from '@/lib/model/reminders/times/presets';
import type { Said } from '@/lib/model/reminders/times/typed';
import { formatExactly } from '@/lib/text/format-exactly';
import { language, t } from '@/lib/text/i18n';
import { understand } from './load-typed-time';

interface Props {
  dayPreferences: DayPreferences;
  /** What stands in the field at first. */
  typed: string;
  onSay(words: string, moment: Moment): void;
}

/** A time in words. What was understood stands below before Enter; nothing else is taken. */
export function RemindWords({ dayPreferences, typed, onSay }: Props) {
  const [words, setWords] = useState(typed);
  const [said, setSaid] = useState<Said>();
  const [isRefused, setRefused] = useState(false);

  const read = async () => (words.trim() ? understand(words, dayPreferences) : undefined);

  useEffect(() => {
    let isCurrent = true;
    void read().then((heard) => isCurrent && setSaid(heard));
    return () => {
      isCurrent = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- understood anew for other words only
  }, [words]);

  const submit = async (event: Event) => {
    event.preventDefault();
    const heard = await read();
    if (heard?.state === 'ahead') onSay(words.trim(), heard);
    else setRefused(heard !== undefined);
  };

  return (
    <form class="remind-words" onSubmit={submit}>
      <input
        type="text"
        // They are English; the placeholder is not.
        {...(words && { dir: 'ltr' as const })}
        value={words}
        placeholder={t('remind_words_placeholder')}
        aria-label={t('remind_words')}
        aria-describedby="remind-said"
        aria-invalid={isRefused}
        autoComplete="off"
        spellcheck={false}
        onInput={({ currentTarget }) => {
          setWords(currentTarget.value);
          setRefused(false);
        }}
      />
      <p id="remind-said" class={classOf(said, isRefused)} aria-live="polite">
        {textOf(said)}
      </p>
    </form>
  );
}

function classOf(said: Said | undefined, isRefused: boolean): string {
  if (said?.state === 'ahead') return 'said';
  return isRefused ? 'is-wrong' : '';
}

function textOf(said: Said | undefined): string {
  switch (said?.state) {
    case 'ahead':
      return formatExactly(said.at, Date.now(), language());
    case 'past':
      return t('remind_past');
    case 'unclear':
      return t('remind_words_unclear');
    case undefined:
      return t('remind_words_hint');
  }
}
