import { type Json, readArray, readObject, readText } from '@/lib/base/parse';

/** Longer than any place of Beeper's own; there may be 10,000 of them in memory. */
const MAX_ADDRESS = 500;

/**
 * Where Beeper has the picture of a chat. `null`: it says that there is none. `undefined`: it does
 * not say, as before 4.2.808, where only people have pictures.
 */
export function readAvatar(
  raw: Json,
  { selfID, tellsAll }: { selfID: string | undefined; tellsAll: boolean },
): string | null | undefined {
  const own = readPictureAddress(raw.imgURL);
  if (own) return own;
  const other = raw.type === 'single' ? otherPerson(raw, selfID) : undefined;
  const theirs = readPictureAddress(other?.imgURL);
  if (theirs) return theirs;
  const isTold = tellsAll && (raw.type === 'group' || other !== undefined);
  return isTold ? null : undefined;
}

/**
 * The address of a picture that the connected Beeper can serve (`/v1/assets/serve`); a plain path
 * becomes a file URL. Pictures of the web are nobody's business but their sender's: asking for one
 * would tell where and when it is seen.
 */
export function readPictureAddress(value: unknown): string | undefined {
  const text = readText(value);
  if (!text || text.length > MAX_ADDRESS || CONTROL.test(text)) return undefined;
  const address = OF_BEEPER.test(text) ? text : fileAddress(text);
  return address && address.length <= MAX_ADDRESS && leadsToBeeper(address) ? address : undefined;
}

const CONTROL = /\p{Cc}/u;

/** A file URL that names a host, such as `file://host/share`, leads to another computer. */
const OF_BEEPER = /^(?:(?:local)?mxc:\/\/[^/\\]|file:\/\/\/[^/\\])/i;

/** Once its `..` are walked, an address may lead elsewhere. */
function leadsToBeeper(address: string): boolean {
  return URL.canParse(address) && OF_BEEPER.test(new URL(address).href);
}

const POSIX_PATH = /^\/[^/\\]/;
const WINDOWS_PATH = /^[a-z]:[\\/][^\\/]/i;

function fileAddress(path: string): string | undefined {
  const isWindows = WINDOWS_PATH.test(path);
  if (!isWindows && !POSIX_PATH.test(path)) return undefined;
  const url = new URL('file:///');
  // What looks like an escape in a path is part of a name.
  url.pathname = (isWindows ? `/${path.replaceAll('\\', '/')}` : path).replaceAll('%', '%25');
  return url.href;
}

function otherPerson(raw: Json, selfID: string | undefined): Json | undefined {
  const people = readArray(readObject(raw.participants)?.items) ?? [];
  return people.map(readObject).find((person) => person && isOther(person, selfID));
}

/** Bots of the network are in many a direct chat, and are not whom it is with. */
function isOther({ id, isSelf, isNetworkBot }: Json, selfID: string | undefined): boolean {
  return isSelf !== true && isNetworkBot !== true && (selfID === undefined || id !== selfID);
}
