import { useRef } from 'preact/hooks';

import { t } from '@/lib/text/i18n';
import { AddressField } from './AddressField';
import { ConnectButton } from './ConnectButton';
import { ConnectionState } from './ConnectionState';
import { DiscoveredList } from './DiscoveredList';
import { TokenField } from './TokenField';
import { type Connecting, useConnecting } from './use-connecting';

/** Where Beeper is and how to be let in. The token goes to the worker and never comes back. */
export function ConnectionSettings(props: Connecting) {
  const { mustConnect, isBusy, signIn, disconnect, isOfInterest, ...parts } = useConnecting(props);
  const title = useRef<HTMLHeadingElement>(null);
  /** The button goes with the connection: the focus must not go with it. */
  const leave = () => {
    title.current?.focus();
    disconnect();
  };
  return (
    <section class="card" aria-labelledby="connection">
      <h2 id="connection" ref={title} tabIndex={-1}>
        {t('options_connection')}
      </h2>
      <ConnectionState {...parts.state} />
      <AddressField {...parts.addressField} />
      {mustConnect && (
        <div class="field">
          <span class="together">
            <ConnectButton isBusy={isBusy} onPress={signIn} />
          </span>
          <h3 class="or">{t('options_token_way')}</h3>
        </div>
      )}
      <TokenField {...parts.tokenField} />
      {props.status.isConnected && (
        <div class="field">
          <span class="together">
            <button type="button" class="button" onClick={leave}>
              {t('options_disconnect')}
            </button>
          </span>
        </div>
      )}
      {/* Last, because it comes late and must not move what somebody is about to press. */}
      {isOfInterest && <DiscoveredList {...parts.foundList} />}
    </section>
  );
}
