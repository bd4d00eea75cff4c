import { t } from '@/lib/text/i18n';

/** Before anything else: what this is and the one way on. */
export function Connect({ onOpenSettings }: { onOpenSettings(): void }) {
  return (
    <main class="connect">
      <img src="/icon/icon-96.png" width="64" height="64" alt="" />
      <h1>{t('popup_connect_title')}</h1>
      <p>{t('popup_connect_hint')}</p>
      <button type="button" class="button is-primary" onClick={onOpenSettings}>
        {t('action_open_settings')}
      </button>
    </main>
  );
}
