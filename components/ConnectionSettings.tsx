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
export function ConnectionSettings({ status, signIn: pending, found }: Props) {
  const connection = useConnection(status, pending);
  const { isLooking, isMissing, look } = useFind(status);
  const { address, type, isOther, meant } = useAddress(status, found);
  const isBusy = connection.attempt === 'checking';
  const mustConnect = isOther || needsConnecting(status);
  const signIn = () => void connection.signIn(meant);
  const showsFound = isMissing || isLooking || (found?.beepers.length ?? 0) > 1;

  return (
    <section class="card" aria-labelledby="connection">
      <h2 id="connection">{t('options_connection')}</h2>
      <ConnectionState
        status={status}
        attempt={connection.attempt}
        deeds={{
          find: look,
          tryAgain: () => void connection.refresh(),
          allow: () => void connection.allow(address),
          ...(!mustConnect && { connect: signIn }),
        }}
      />
      <AddressField address={address} onType={type} />
      {mustConnect && (
        <div class="field">
          <span class="together">
            <button
              type="button"
              class="button is-primary is-large"
              disabled={isBusy}
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
      {/* Last, because it comes late and must not move what somebody is about to press. */}
      {showsFound && <FoundList found={found} isLooking={isLooking} inUse={address} onUse={type} />}
      {status.isConnected && (
        <div class="field">
          <span class="together">
            <button type="button" class="button" onClick={() => void connection.disconnect()}>
              {t('options_disconnect')}
            </button>
          </span>
        </div>
      )}
    </section>
  );
}

/** Not connected, or with a token that is worth nothing any more. */
function needsConnecting({ isConnected, trouble }: Status): boolean {
  return !isConnected || trouble === 'tokenRejected' || trouble === 'tokenLost';
}
