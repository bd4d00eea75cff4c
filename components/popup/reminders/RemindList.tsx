import { useEffect, useRef, useState } from 'preact/hooks';

import { MenuItem } from '@/components/popup/overlays/MenuItem';
import { onMenuKey } from '@/components/popup/overlays/menu-keys';
import { type TimeSpec, remindIntents, type RemindWay } from '@/lib/model/reminders/last-choice';
import { type Moment, presetsAt } from '@/lib/model/reminders/times/presets';
import type { Intent } from '@/lib/model/actions/intent';
import type { Reminder } from '@/lib/model/reminders/reminder';
import { formatMoment } from '@/lib/text/format-time';
import { language, t } from '@/lib/text/i18n';
import { RemindCheck } from './RemindCheck';
import { RemindForm } from './RemindForm';
import { RemindWords } from './RemindWords';
import { lastTimeSpec, remember, type RemindMemory } from './remind-memory';

export interface RemindProps {
  /** Of whom it is, in words. */
  about: string;
  /** The one that is set, if it is about one chat. */
  reminder: Reminder | undefined;
  canArchive: boolean;
  now: number;
  /** A time that was typed elsewhere and not understood. */
  words?: string;
  /** To be done in one go with each chat it is about. */
  onIntents(intents: readonly Intent[]): void;
  /** The reminder is due as of now. */
  onNow(): void;
  onClose(): void;
}

/** The key in the menu for the same as last time. */
const AGAIN = 'H';

/** The moments to choose from, each with the exact time it stands for and its number key. */
export function RemindList({
  about,
  reminder,
  canArchive,
  now,
  words = '',
  memory,
  onIntents,
  onNow,
  onClose,
}: RemindProps & { memory: RemindMemory }) {
  const { dayPreferences, lastChoice } = memory;
  const [isPicking, setPicking] = useState(false);
  const [way, setWay] = useState<RemindWay>({
    dismissOnIncoming: (reminder ?? lastChoice)?.dismissOnIncoming ?? false,
    archives: lastChoice?.archives ?? false,
  });
  const menu = useRef<HTMLDivElement>(null);
  const again = lastTimeSpec(memory, now);

  useEffect(() => {
    const { current } = menu;
    const first = words ? current?.parentElement?.querySelector('input') : undefined;
    (first ?? current?.querySelector<HTMLElement>('[role=menuitem]'))?.focus();
  }, [isPicking, words]);

  const choose = (moment: Moment, meant = lastChoice?.meant) => {
    if (meant) remember({ ...way, meant });
    onIntents(remindIntents(moment, { ...way, archives: way.archives && canArchive }));
  };

  if (isPicking) {
    return (
      <RemindForm about={about} now={now} at={reminder?.at} onPick={choose} onClose={onClose} />
    );
  }
  const presets = presetsAt(now, dayPreferences);
  const isOffered = presets.some(({ at }) => at === again?.moment.at);
  const chooseAgain = again && (() => choose(again.moment));
  const ownKey = (key: string) => {
    const isAgain = chooseAgain !== undefined && key.toUpperCase() === AGAIN;
    if (isAgain) chooseAgain();
    return isAgain;
  };
  const lines = [
    ...presets.map(({ name, ...moment }) => ({
      text: t(`remind_${name}`),
      detail: formatMoment(moment.at, now, language()),
      alsoKey: moment.at === again?.moment.at ? AGAIN : undefined,
      onPress: () => choose(moment, { preset: name }),
    })),
    { text: t('remind_pick'), onPress: () => setPicking(true) },
    ...(reminder
      ? [
          { text: t('remind_now'), detail: t('remind_now_detail'), onPress: onNow },
          { text: t('remind_clear'), onPress: () => onIntents([{ kind: 'clearReminder' }]) },
        ]
      : []),
  ];
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys of what is in it
    <div class="menu" onKeyDown={(event) => onMenuKey(event, { ownKey, close: onClose })}>
      <p class="menu-about" id="remind-about" dir="auto">
        {about}
      </p>
      {reminder && (
        <p class="menu-head" id="remind-head">
          {t('remind_set_for', formatMoment(reminder.at, now, language()))}
        </p>
      )}
      <div
        ref={menu}
        role="menu"
        tabIndex={-1}
        aria-label={t('remind_menu')}
        aria-describedby={reminder ? 'remind-about remind-head' : 'remind-about'}
      >
        {again && chooseAgain && !isOffered && (
          <MenuItem
            text={t('remind_again', nameOf(again.meant))}
            detail={formatMoment(again.moment.at, now, language())}
            keyHint={AGAIN}
            onPress={chooseAgain}
          />
        )}
        {lines.map((line, index) => (
          <MenuItem key={line.text} {...line} keyHint={String(index + 1)} />
        ))}
        <hr />
        <RemindCheck
          text={t('remind_dismiss')}
          isChecked={way.dismissOnIncoming}
          onChange={(dismissOnIncoming) => setWay({ ...way, dismissOnIncoming })}
        />
        {canArchive && (
          <RemindCheck
            text={t('remind_archive')}
            isChecked={way.archives}
            onChange={(archives) => setWay({ ...way, archives })}
          />
        )}
      </div>
      <RemindWords
        dayPreferences={dayPreferences}
        typed={words}
        onSay={(said, moment) => choose(moment, { words: said })}
      />
    </div>
  );
}

function nameOf(meant: TimeSpec): string {
  return 'preset' in meant ? t(`remind_${meant.preset}`) : meant.words;
}
