import { createRandom, mixSeed } from '../random';
import type { AccountRecord, PersonRecord } from '../world/records';

interface Network {
  accountID: string;
  network: string;
  bridge: AccountRecord['bridge'];
  handle: 'phone' | 'username' | 'email';
  isListed: boolean;
}

const cloud = (type: string): AccountRecord['bridge'] => ({ id: type, type, provider: 'cloud' });
const local = (type: string): AccountRecord['bridge'] => ({
  id: `local-${type}`,
  type,
  provider: 'local',
});

/** Several accounts of one kind and one unlisted kind, as met in the field. */
const NETWORKS: readonly Network[] = [
  entry('local-whatsapp_ba_3fTq81LmZx', 'WhatsApp', local('whatsapp'), 'phone'),
  entry('signal', 'Signal', cloud('signal'), 'phone'),
  entry('telegram', 'Telegram', cloud('telegram'), 'phone'),
  entry('instagramgo', 'Instagram', cloud('instagramgo'), 'username'),
  entry('facebookgo', 'Messenger', cloud('facebookgo'), 'username'),
  entry('slackgo.T04MAPLE7-U07RIVER2', 'Slack', cloud('slackgo'), 'email'),
  entry('discordgo', 'Discord', cloud('discordgo'), 'username'),
  entry('linkedin', 'LinkedIn', cloud('linkedin'), 'email'),
  entry('gmessages', 'Google Messages', cloud('gmessages'), 'phone'),
  entry('matrix', 'Matrix', { id: 'matrix', type: 'matrix', provider: 'platform-sdk' }, 'username'),
  entry('slackgo.T09HARBOR-U03STONE8', 'Slack', cloud('slackgo'), 'email'),
  {
    ...entry('imessage', 'iMessage', local('imessage'), 'phone'),
    isListed: false,
  },
];

/** The account of the one network that has chats but is missing from the account list. */
export const UNLISTED_ACCOUNT = 'imessage';

export function createAccounts(seed: number): AccountRecord[] {
  return NETWORKS.map(({ handle, ...network }, index) => ({
    ...network,
    user: createSelf(network, { handle, random: mixSeed(seed, 77, index) }),
  }));
}

export function handleOf(accountID: string): Network['handle'] {
  return NETWORKS.find((network) => network.accountID === accountID)?.handle ?? 'username';
}

/** A made-up number from ranges that are set aside for stories. */
export function fictionalNumber(serial: number): string {
  return serial % 2 === 0
    ? `+1${200 + (serial % 700)}55501${String(serial % 100).padStart(2, '0')}`
    : `+447700900${String(serial % 1000).padStart(3, '0')}`;
}

function entry(
  accountID: string,
  network: string,
  bridge: AccountRecord['bridge'],
  handle: Network['handle'],
): Network {
  return { accountID, network, bridge, handle, isListed: true };
}

function createSelf(
  network: Pick<Network, 'accountID' | 'bridge'>,
  { handle, random }: { handle: Network['handle']; random: number },
): PersonRecord {
  const draw = createRandom(random);
  return {
    id: `@${network.bridge.type}_${draw.hex(10)}:beeper.local`,
    fullName: 'Robin Maple',
    isSelf: true,
    ...(handle === 'phone' && { phoneNumber: fictionalNumber(draw.int(0, 99_999)) }),
    ...(handle === 'username' && { username: 'robinmaple' }),
    ...(handle === 'email' && { email: 'robin.maple@example.com' }),
  };
}
