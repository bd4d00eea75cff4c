import { useRef } from 'preact/hooks';

import { AddressField } from '@/components/options/connection/AddressField';
import { ConnectButton } from '@/components/options/connection/ConnectButton';
import { ConnectionState } from '@/components/options/connection/ConnectionState';
import { DiscoveredList } from '@/components/options/connection/DiscoveredList';
import { TokenField } from '@/components/options/connection/TokenField';
import { beeperName, noneWords } from '@/components/options/connection/discovery-texts';
import { type Connecting, useConnecting } from '@/components/options/connection/use-connecting';
import { openInTab } from '@/lib/browser/pages';
import type { Discovery } from '@/lib/model/connection/discovery';
import { t } from '@/lib/text/i18n';
import { StepHeading } from './StepHeading';

/** Connecting as nearly everybody does it, with all other ways folded away; then on to the chats. */
export function ConnectStep(props: Connecting) {
  const { mustConnect, isBusy, signIn, found, ...parts } = useConnecting(props);
  const isDone = !mustConnect && !isBusy;
  // Once unfolded it is the person's to fold: looking again must not take what is being typed into.
  const isUnfolded = useRef(false);
  isUnfolded.current ||= isToChoose(found);
  return (
    <section class="card" aria-labelledby="connect">
      <StepHeading id="connect" number={1} isDone={isDone} words={t('popup_connect_title')} />
      <ConnectionState {...parts.state} />
      {mustConnect && (
        <>
          <p class="together">
            <ConnectButton isBusy={isBusy} onPress={signIn} />
            <span class="secondary" aria-live="polite">
              {whoIsThere(found)}
            </span>
          </p>
          <details class="other-ways" open={isUnfolded.current}>
            <summary>{t('welcome_other')}</summary>
            <AddressField {...parts.addressField} />
            <TokenField {...parts.tokenField} />
            <DiscoveredList {...parts.foundList} />
          </details>
        </>
      )}
      {isDone && (
        <p class="together">
          <button type="button" class="button is-primary is-large" onClick={() => void openInTab()}>
            {t('welcome_open')}
          </button>
        </p>
      )}
    </section>
  );
}

function whoIsThere(found: Discovery | undefined): string {
  const [beeper] = found?.beepers ?? [];
  return beeper ? t('welcome_found', beeperName(beeper)) : noneWords(found);
}

/** There is more than one, or somebody else is in its place. */
function isToChoose(found: Discovery | undefined): boolean {
  if (!found) return false;
  return found.beepers.length > 1 || (found.beepers.length === 0 && found.strangers.length > 0);
}
