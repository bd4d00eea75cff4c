import { Check } from '@/components/parts/Check';
import { Choice } from '@/components/parts/Choice';
import { saveSettings } from '@/components/parts/save-settings';
import { featuresOf } from '@/lib/model/chats/features';
import type { Snapshot } from '@/lib/model/chats/rows';
import type { Status } from '@/lib/model/connection/status';
import {
  NOTIFY_DETAILS,
  type NotifyDetail,
  type NotifySettings,
} from '@/lib/model/notifications/settings';
import { type MessageKey, t } from '@/lib/text/i18n';
import { ChosenChats } from './ChosenChats';
import { NotifyTest } from './NotifyTest';

const DETAIL_WORDS: Record<NotifyDetail, MessageKey> = {
  all: 'options_notify_all',
  sender: 'options_notify_sender',
  number: 'options_notify_number',
};

interface Props {
  notify: NotifySettings;
  status: Status;
  snapshot: Snapshot;
}

/** Which new messages the browser tells of, and how much of them. */
export function NotificationSettings({ notify, status, snapshot }: Props) {
  const tellsMentions = featuresOf(status.version).fullChats;
  return (
    <section class="card" aria-labelledby="notify">
      <h2 id="notify">{t('options_notify')}</h2>
      <p class="secondary" id="notify-hint">
        {t('options_notify_hint')}
      </p>
      <Check isOn={notify.direct} hint="notify-hint" onChange={(direct) => save({ direct })}>
        {t('options_notify_direct')}
      </Check>
      {tellsMentions && (
        <Check
          isOn={notify.mentions}
          hint="notify-hint"
          onChange={(mentions) => save({ mentions })}
        >
          {t('options_notify_mentions')}
        </Check>
      )}
      <Check isOn={notify.groups} hint="notify-hint" onChange={(groups) => save({ groups })}>
        {t('options_notify_groups')}
      </Check>
      {!tellsMentions && <p class="secondary">{t('options_no_mentions')}</p>}
      <ChosenChats
        chosen={notify.chosen}
        snapshot={snapshot}
        onChange={(chosen) => save({ chosen })}
      />
      <Choice
        id="notify-detail"
        label={t('options_notify_detail')}
        value={notify.detail}
        choices={NOTIFY_DETAILS.map((detail) => ({
          value: detail,
          text: t(DETAIL_WORDS[detail]),
        }))}
        onChoose={(detail) => save({ detail })}
      />
      <NotifyTest />
    </section>
  );
}

function save(change: Partial<NotifySettings>): void {
  saveSettings({ notify: change });
}
