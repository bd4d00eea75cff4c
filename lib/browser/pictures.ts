import { ask } from '@/lib/requests/bridge';
import { loadPictures } from '@/lib/storage/avatars';

/** Pictures that have been read, as `data:` addresses, by their address at Beeper. */
export const knownPictures = new Map<string, string>();

/** An avatar on the screen whose chat has a picture. */
export interface Viewer {
  chatID: string;
  address: string;
  /** The picture it was drawn with. */
  shown: string | undefined;
  redraw(): void;
}

/** Rows that are only scrolled by are not worth asking Beeper for, ms. */
const SETTLED = 150;
/** While Beeper is asked, pictures show as they come: a slow one keeps no other waiting, ms. */
const LOOK_AGAIN = 300;

const viewers = new Set<Viewer>();
/** What the worker was told of already, by address. */
const told = new Set<string>();

/**
 * Has the picture of an avatar read, and fetched if need be, after everything else: the avatars of
 * one frame together, when the page has nothing better to do. Returns how to stop.
 */
export function watchPicture(viewer: Viewer): () => void {
  viewers.add(viewer);
  // It may have been read since.
  if (viewer.shown !== knownPictures.get(viewer.address)) viewer.redraw();
  if (!isDue) soon();
  return () => viewers.delete(viewer);
}

let isDue = false;
let settling: ReturnType<typeof setTimeout>;

function soon(): void {
  isDue = true;
  requestIdleCallback(async () => {
    isDue = false;
    await look();
    clearTimeout(settling);
    settling = setTimeout(tell, SETTLED);
  });
}

/** Reads what is kept of the pictures that are wanted. */
async function look(): Promise<void> {
  const wanted = [...viewers]
    .map(({ address }) => address)
    .filter((one) => !knownPictures.has(one));
  if (wanted.length === 0) return;
  // Without them there are the initials.
  const found = await loadPictures(wanted).catch(() => new Map<string, string>());
  for (const [address, picture] of found) show(address, picture);
}

function show(address: string, picture: string): void {
  if (knownPictures.has(address)) return;
  knownPictures.set(address, picture);
  for (const viewer of viewers) if (viewer.address === address) viewer.redraw();
}

/** Says once of each picture that it is drawn; the worker fetches it if it is missing. */
async function tell(): Promise<void> {
  const news = [...viewers].filter(({ address }) => !told.has(address));
  if (news.length === 0) return;
  for (const { address } of news) told.add(address);
  const listQuery = setInterval(look, LOOK_AGAIN);
  await ask('avatars', { chatIDs: news.map(({ chatID }) => chatID) }).catch(() => {
    for (const { address } of news) told.delete(address);
  });
  clearInterval(listQuery);
  await look();
}
