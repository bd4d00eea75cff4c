import type { Found } from '../lib/found';
import { t } from '../lib/i18n';
import type { SignIn } from '../lib/sign-in';
import type { Status } from '../lib/status';
import { AddressField } from './AddressField';
import { ConnectionState } from './ConnectionState';
import { FoundList } from './FoundList';
import { useAddress } from './hooks/use-address';
import { useConnection } from './hooks/use-connection';
import { useFind } from './hooks/use-find';
import { TokenField } from './TokenField';

interface Props {
  status: Status;
  /** A sign-in under way. */
  signIn: SignIn | null;
  found: Found | null;
}

/** Where Beeper is and how to be let in. The token goes to the worker and never comes back. */
export function ConnectionSettings({ status, signIn: pending, found: lastFound }: Props) {
  const connection = useConnection(status, pending);
  const { look, hasLooked, isOfInterest } = useFind(status);
  const found = hasLooked && lastFound ? lastFound : undefined;
  const { address, setAddress, hold, isOther, meant } = useAddress(status, found);
  const { attempt } = connection;
  const isBusy = attempt === 'checking';
  const mustConnect = isOther || needsConnecting(status);
  const signIn = () => !isBusy && void connection.signIn(meant);

  return (
    <section class="card" aria-labelledby="connection">
      <h2 id="connection">{t('options_connection')}</h2>
      <ConnectionState
        status={status}
        attempt={attempt}
        deeds={{
          find: look,
          tryAgain: () => void connection.tryAgain(),
          allow: () => void connection.allow(address),
          ...(!mustConnect && { connect: signIn }),
        }}
      />
      <AddressField
        address={address}
        isWrong={typeof attempt === 'object' && attempt.error === 'badAddress'}
        onType={setAddress}
        onHold={hold}
      />
      {mustConnect && (
        <div class="field">
          <span class="together">
            <button
              type="button"
              class="button is-primary is-large"
              aria-disabled={isBusy}
              onClick={signIn}
            >
              {t('options_connect')}
            </button>
          </span>
          <h3 class="or">{t('options_token_way')}</h3>
        </div>
      )}
      <TokenField
        isKept={!mustConnect}
        isBusy={isBusy}
        onSave={(token) => connection.connect(address, token)}
      />
      {status.isConnected && (
        <div class="field">
          <span class="together">
            <button type="button" class="button" onClick={() => void connection.disconnect()}>
              {t('options_disconnect')}
            </button>
          </span>
        </div>
      )}
      {/* Last, because it comes late and must not move what somebody is about to press. */}
      {isOfInterest && <FoundList found={found} chosen={address} onChoose={setAddress} />}
    </section>
  );
}

/** Not connected, or with a token that is worth nothing any more. */
function needsConnecting({ isConnected, trouble }: Status): boolean {
  return !isConnected || trouble === 'tokenRejected' || trouble === 'tokenLost';
}
