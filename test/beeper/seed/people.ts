import type { Random } from '../random';
import type { AccountRecord, PersonRecord } from '../world/records';
import { FAMILY_NAMES, GIVEN_NAMES, OTHER_NAMES } from './names';
import { fictionalNumber, handleOf } from './networks';

export interface PersonWish {
  serial: number;
  fullName?: string;
}

export function createPerson(
  account: AccountRecord,
  draw: Random,
  { serial, fullName = drawName(draw) }: PersonWish,
): PersonRecord {
  const id = `@${account.bridge.type}_${serial.toString(36)}${draw.hex(6)}:beeper.local`;
  return { id, fullName, ...handleFor(account, { serial, fullName }), ...avatarFor(draw) };
}

/** The forms an avatar address takes in the field; some people have none. */
export function avatarFor(draw: Random): { imgURL?: string } {
  const key = draw.hex(12);
  const forms = [
    `mxc://local.beeper.com/${key}`,
    `localmxc://local.beeper.com/${key}`,
    `file:///home/robin/.config/BeeperTexts/media/local.beeper.com/${key}`,
    `https://avatars.example.com/${key}.png`,
    '',
  ];
  const imgURL = draw.pick(forms);
  return imgURL ? { imgURL } : {};
}

function drawName(draw: Random): string {
  if (draw.chance(0.08)) return draw.pick(OTHER_NAMES);
  return `${draw.pick(GIVEN_NAMES)} ${draw.pick(FAMILY_NAMES)}`;
}

function handleFor(
  account: AccountRecord,
  { serial, fullName }: { serial: number; fullName: string },
): Partial<PersonRecord> {
  const slug =
    fullName
      .normalize('NFD')
      .replaceAll(/[^A-Za-z]/g, '')
      .toLowerCase() || 'someone';
  const kind = handleOf(account.accountID);
  if (kind === 'phone') return { phoneNumber: fictionalNumber(serial) };
  if (kind === 'email') return { email: `${slug}${serial}@example.com` };
  return { username: `${slug}${serial % 97}` };
}
