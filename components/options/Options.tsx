import { ConnectionSettings } from '@/components/options/connection/ConnectionSettings';
import { UpdateNote } from '@/components/parts/UpdateNote';
import { useFreshness } from '@/components/parts/use-freshness';
import { useSnapshot } from '@/components/parts/use-snapshot';
import { OPTIONS_ITEMS } from '@/lib/storage/items';
import { t } from '@/lib/text/i18n';
import { AppearanceSettings } from './AppearanceSettings';
import { BadgeSettings } from './BadgeSettings';
import { DataSettings } from './DataSettings';
import { Diagnostics } from './Diagnostics';
import { KeySettings } from './KeySettings';
import { MenuSettings } from './MenuSettings';
import { NotificationSettings } from './NotificationSettings';
import { PollSettings } from './PollSettings';
import { QuietSettings } from './QuietSettings';
import { RemindSettings } from './RemindSettings';
import { SettingsGroup } from './SettingsGroup';
import { SettingsSearch } from './SettingsSearch';

/** The settings, drawn once they have been read: a field must not change under one's hands. */
export function Options() {
  const snapshot = useSnapshot(OPTIONS_ITEMS);
  // Whoever reads what is wrong here sees at once when it no longer is.
  useFreshness(snapshot?.status.trouble !== undefined);
  if (!snapshot) return null;
  return (
    <main class="options">
      <header>
        <img src="/icon/icon-96.png" width="48" height="48" alt="" />
        <h1>{t('options_heading')}</h1>
      </header>
      <UpdateNote />
      <ConnectionSettings
        status={snapshot.status}
        signIn={snapshot.signIn}
        found={snapshot.found}
      />
      <SettingsSearch />
      <SettingsGroup words="options_group_told">
        <BadgeSettings
          settings={snapshot.settings}
          status={snapshot.status}
          chats={snapshot.chats}
        />
        <NotificationSettings
          notify={snapshot.settings.notify}
          status={snapshot.status}
          snapshot={snapshot}
        />
        <QuietSettings
          quiet={snapshot.settings.quiet}
          hours={snapshot.settings.reminders}
          status={snapshot.status}
        />
        <RemindSettings hours={snapshot.settings.reminders} />
      </SettingsGroup>
      <SettingsGroup words="options_group_works">
        <PollSettings settings={snapshot.settings} />
        <AppearanceSettings settings={snapshot.settings} />
        <KeySettings settings={snapshot.settings} />
        <MenuSettings menus={snapshot.settings.menus} />
      </SettingsGroup>
      <SettingsGroup words="options_group_data">
        <DataSettings settings={snapshot.settings} sync={snapshot.sync} chats={snapshot.chats} />
        <Diagnostics snapshot={snapshot} />
      </SettingsGroup>
      <p class="privacy">{t('options_privacy')}</p>
    </main>
  );
}
