import { loadPictures } from '@/lib/storage/avatars';
import { type Desk, type DeskOptions, openDesk } from './desk';

export const ADA = 'mxc://local.beeper.com/ada';
export const BO = 'mxc://local.beeper.com/bo';
export const MISSING = 'mxc://local.beeper.com/missing';

/** A computer whose Beeper has nobody but Ada, or who else is given. */
export async function openGallery(options: DeskOptions = {}, ...imgURLs: string[]) {
  const desk = await openDesk({ chats: 0, ...options });
  const addresses = imgURLs.length > 0 ? imgURLs : [ADA];
  const chats = addresses.map((imgURL) =>
    desk.beeper.addChat({ type: 'single', unreadCount: 1, imgURL }),
  );
  await desk.poll();
  const draw = () => desk.ask('avatars', { chatIDs: chats.map(({ id }) => id) });
  return { desk, chats, draw };
}

/** The addresses Beeper was asked for, in order. */
export function served({ beeper }: Desk): string[] {
  return beeper.requests
    .filter(({ path }) => path === '/v1/assets/serve')
    .flatMap(({ query }) => query.url ?? []);
}

export async function pictureAt(address: string): Promise<string | undefined> {
  return (await loadPictures([address])).get(address);
}
