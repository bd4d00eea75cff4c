import { t } from '../../lib/i18n';
import { openInTab } from '../../lib/places';
import { OPTIONS_ITEMS } from '../../lib/store/items';
import { ConnectionSettings } from '../ConnectionSettings';
import { useFreshness } from '../hooks/use-freshness';
import { useSnapshot } from '../hooks/use-snapshot';
import { FirstKeys } from './FirstKeys';
import { PinStep } from './PinStep';

/** The first five minutes: to be let in, to be seen, to be tried, and the keys. */
export function Welcome() {
  const snapshot = useSnapshot(OPTIONS_ITEMS);
  useFreshness(snapshot?.status.trouble !== undefined);
  if (!snapshot) return null;
  const { status, signIn, found } = snapshot;
  return (
    <main class="options welcome">
      <header>
        <img src="/icon/icon-96.png" width="48" height="48" alt="" />
        <div>
          <h1>{t('welcome_title')}</h1>
          <p class="secondary">{t('welcome_intro')}</p>
        </div>
      </header>
      <ConnectionSettings status={status} signIn={signIn} found={found} />
      <PinStep />
      <section class="card" aria-labelledby="try">
        <h2 id="try">{t('welcome_try')}</h2>
        <p class="secondary">{t('welcome_try_hint')}</p>
        <p class="together">
          {status.isConnected && (
            <button type="button" class="button is-primary" onClick={() => void openInTab()}>
              {t('welcome_open')}
            </button>
          )}
          <a class="button" href="/options.html?demo">
            {t('welcome_try_button')}
          </a>
        </p>
      </section>
      <FirstKeys />
      <p class="privacy">{t('options_privacy')}</p>
    </main>
  );
}
