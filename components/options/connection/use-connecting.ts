import type { Discovery } from '@/lib/model/connection/discovery';
import type { SignIn } from '@/lib/model/connection/sign-in';
import type { Status } from '@/lib/model/connection/status';
import { useAddress } from './use-address';
import { useConnection } from './use-connection';
import { useDiscovery } from './use-discovery';

export interface Connecting {
  status: Status;
  /** A sign-in under way. */
  signIn: SignIn | null;
  found: Discovery | null;
}

/** All there is to connecting, as its parts are drawn by the settings and by the first page. */
export function useConnecting({ status, signIn: pending, found: lastFound }: Connecting) {
  const connection = useConnection(status, pending);
  const { look, found, isOfInterest } = useDiscovery(status, lastFound);
  const { address, setAddress, hold, isOther, meant } = useAddress(status, found);
  const { attempt } = connection;
  const isBusy = attempt === 'checking';
  const mustConnect = isOther || needsConnecting(status);
  const signIn = () => !isBusy && void connection.signIn(meant);
  return {
    found,
    isOfInterest,
    isBusy,
    mustConnect,
    signIn,
    disconnect: () => void connection.disconnect(),
    state: {
      status,
      attempt,
      handlers: {
        find: look,
        tryAgain: () => void connection.tryAgain(),
        allow: () => void connection.allow(address),
        ...(!mustConnect && { connect: signIn }),
      },
    },
    addressField: {
      address,
      isWrong: typeof attempt === 'object' && attempt.error === 'badAddress',
      onType: setAddress,
      onHold: hold,
    },
    tokenField: {
      isKept: !mustConnect,
      isBusy,
      onSave: (token: string) => connection.connect(address, token),
    },
    foundList: { found, chosen: address, onChoose: setAddress },
  };
}

/** Not connected, or with a token that is worth nothing any more. */
function needsConnecting({ isConnected, trouble }: Status): boolean {
  return !isConnected || trouble === 'tokenRejected' || trouble === 'tokenLost';
}
