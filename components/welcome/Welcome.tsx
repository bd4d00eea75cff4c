import { useFreshness } from '@/components/parts/use-freshness';
import { useSnapshot } from '@/components/parts/use-snapshot';
import { OPTIONS_ITEMS } from '@/lib/storage/items';
import { t } from '@/lib/text/i18n';
import { ConnectStep } from './ConnectStep';
import { FirstKeys } from './FirstKeys';
import { PinStep } from './PinStep';
import { StepHeading } from './StepHeading';

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
          <p class="secondary">{t('options_privacy')}</p>
        </div>
      </header>
      <ConnectStep status={status} signIn={signIn} found={found} />
      <PinStep />
      <section class="card" aria-labelledby="try">
        <StepHeading id="try" number={3} words={t('welcome_try')} />
        <p class="secondary">{t('welcome_try_hint')}</p>
        <p class="together">
          <a class="button" href="/welcome.html?demo">
            {t('welcome_try_button')}
          </a>
        </p>
      </section>
      <FirstKeys />
    </main>
  );
}
