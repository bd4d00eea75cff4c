import { forEachLimited } from '@/lib/base/async';
import { CompanionError, errorCode, type ErrorCode, isUnreachable } from '@/lib/base/errors';
import { imageType } from '@/lib/beeper/image-type';
import type { Connection } from '@/lib/model/connection/connection';
import type { Handlers } from '@/lib/requests/bridge';
import { drawnFrom, type StoredPicture, missingFrom, placedOn } from '@/lib/storage/avatar-index';
import { changeAvatarIndex, loadAvatarIndex } from '@/lib/storage/avatars';
import { type Deps, type Session, sessionWith } from '@/lib/worker/core/session';
import { features, type State } from '@/lib/worker/core/state';

/** More than a screen shows; more at once is no screen. */
const MOST = 40;
const AT_ONCE = 4;

/** Characters; a picture that stays larger when it is small is none of ours. */
const LARGEST = 32 * 1024;

/** Beeper has said so for good: there is no such picture, or none for us. */
const NOT_TO_BE_HAD: ReadonlySet<ErrorCode> = new Set([
  'chatGone',
  'refused',
  'readOnly',
  'tooOld',
]);

/**
 * Sees to the pictures of the chats that are drawn. They decorate: what goes wrong with them is no
 * trouble, and while there is one they are not asked for.
 */
export function createAvatars(deps: Deps, poll: () => Promise<void>): Handlers['avatars'] {
  const underWay = new Map<string, Promise<void>>();

  /** Two pages may want the same one: the second waits for the first. */
  const fetchOnce = (from: Source, address: string) => {
    const running = underWay.get(address) ?? fetchPicture(deps, from, address);
    underWay.set(address, running);
    return running.finally(() => underWay.delete(address));
  };

  return async ({ chatIDs }) => {
    // It may be over: nothing else would ask for these pictures again while they are looked at.
    if ((await deps.store.read()).status.trouble) await poll();
    const state = await deps.store.read();
    const { connection, status } = state;
    if (!connection || status.trouble || !features(state).pictures) return;
    const from = { connection, session: sessionWith(connection, deps) };
    const missing = await stored(lookForMissing(addressesOf(state, chatIDs), deps.now()));
    let isAway = false;
    await forEachLimited(missing, AT_ONCE, async (address) => {
      if (isAway) return;
      await fetchOnce(from, address).catch((error: unknown) => {
        isAway ||= isUnreachable(errorCode(error));
        if (!(error instanceof CompanionError)) throw error;
      });
    });
  };
}

/** The Beeper that is asked. */
interface Source {
  connection: Connection;
  session: Session;
}

function addressesOf({ chats }: State, chatIDs: readonly string[]): string[] {
  const addresses = chatIDs.slice(0, MOST).flatMap((id) => chats.get(id)?.avatar ?? []);
  return [...new Set(addresses)];
}

/** Notes which are drawn, and says which there are not. */
async function lookForMissing(addresses: readonly string[], now: number): Promise<string[]> {
  const avatarIndex = await loadAvatarIndex();
  if (drawnFrom(avatarIndex, addresses, now) !== avatarIndex) {
    await changeAvatarIndex((latest) => ({ avatarIndex: drawnFrom(latest, addresses, now) }));
  }
  return missingFrom(avatarIndex, addresses, now);
}

async function fetchPicture(
  deps: Deps,
  { connection, session }: Source,
  address: string,
): Promise<void> {
  const keep = async (picture = '') => {
    // The pictures of a Beeper that is forgotten meanwhile are not kept.
    if ((await deps.store.read()).connection !== connection) return;
    await stored(place({ address, at: deps.now(), size: picture.length }, picture));
  };
  const file = await session.api.picture(address).catch(noneOr);
  const type = file && imageType(file);
  // Before it is drawn: a file that takes the worker down with it is not tried again.
  await keep();
  if (!type) return;
  const picture = await deps.shrink(new Blob([file], { type })).catch(() => '');
  if (picture && picture.length <= LARGEST) await keep(picture);
}

function place(kept: StoredPicture, picture: string): Promise<void> {
  return changeAvatarIndex((avatarIndex) => ({
    ...placedOn(avatarIndex, kept),
    ...(picture && { put: { address: kept.address, picture } }),
  }));
}

function stored<T>(work: Promise<T>): Promise<T> {
  return work.catch(() => {
    throw new CompanionError('storageFailed');
  });
}

function noneOr(error: unknown): undefined {
  if (NOT_TO_BE_HAD.has(errorCode(error))) return undefined;
  throw error;
}
