import { useRef } from 'preact/hooks';

import { DEFAULT_ADDRESS } from '../lib/address';
import { t } from '../lib/i18n';
import type { SignIn } from '../lib/sign-in';
import type { Status } from '../lib/status';
import { ConnectionState } from './ConnectionState';
import { useConnection } from './hooks/use-connection';

interface Props {
  status: Status;
  /** A sign-in under way. */
  signIn: SignIn | null;
}

/** Address and token. The token goes to the worker and never comes back. */
export function ConnectionSettings({ status, signIn: pending }: Props) {
  const { attempt, signIn, connect, disconnect } = useConnection(status, pending);
  const address = useRef<HTMLInputElement>(null);
  const token = useRef<HTMLInputElement>(null);

  const save = async () => {
    const isLetIn = await connect(address.current?.value ?? '', token.current?.value ?? '');
    if (isLetIn && token.current) token.current.value = '';
  };

  return (
    <section class="card" aria-labelledby="connection">
      <h2 id="connection">{t('options_connection')}</h2>
      <ConnectionState status={status} attempt={attempt} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="field">
          <label for="address">{t('options_address')}</label>
          <input
            ref={address}
            id="address"
            type="text"
            inputMode="url"
            spellcheck={false}
            autocomplete="off"
            defaultValue={status.baseUrl ?? DEFAULT_ADDRESS}
          />
        </div>
        {needsConnecting(status) && (
          <div class="field">
            <span class="together">
              <button
                type="button"
                class="button is-primary is-large"
                disabled={attempt === 'checking'}
                onClick={() => void signIn(address.current?.value ?? '')}
              >
                {t('options_connect')}
              </button>
            </span>
            <h3 class="or">{t('options_token_way')}</h3>
          </div>
        )}
        <div class="field">
          <label for="token">{t('options_token')}</label>
          <span class="together">
            <input
              ref={token}
              id="token"
              type="password"
              spellcheck={false}
              autocomplete="off"
              aria-describedby="token-hint"
            />
            <button
              type="submit"
              class={needsConnecting(status) ? 'button' : 'button is-primary'}
              disabled={attempt === 'checking'}
            >
              {t('options_save_token')}
            </button>
          </span>
          <p id="token-hint" class="secondary">
            {t(needsConnecting(status) ? 'options_token_hint' : 'options_token_kept')}
          </p>
        </div>
      </form>
      {status.isConnected && (
        <div class="field">
          <span class="together">
            <button type="button" class="button" onClick={() => void disconnect()}>
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
  return !isConnected || trouble === 'tokenRejected';
}
