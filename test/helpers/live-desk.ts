import { eventually, type Patience } from '../browsers/eventually';
import { type Desk, type DeskOptions, openDesk } from './desk';
import { type LivePlace, livePlace } from './live-place';

export interface LiveDesk extends Desk {
  readonly live: LivePlace;
  /** Waits until the badge shows what Beeper counts. */
  badgeIsRight(patience?: Patience): Promise<void>;
  isLive(): Promise<boolean>;
  goesLive(): Promise<void>;
}

/** A desk in a browser that has a place for the live socket. */
export async function openLiveDesk(options: DeskOptions = {}): Promise<LiveDesk> {
  let desk: Desk | undefined;
  const live = livePlace(() => {
    if (!desk) throw new Error('The worker is only just being made');
    return { handlers: desk.companion.handlers, life: desk.life };
  });
  desk = await openDesk({ ...options, isConnected: false, live });
  const { beeper, ask, status, badge } = desk;
  const isLive = async () => (await status()).isLive === true;
  const goesLive = async () => {
    await eventually(isLive, { message: 'The socket being live' });
  };
  if (options.isConnected !== false) {
    await ask('connect', { baseUrl: beeper.url, token: beeper.token });
  }
  const wanted = () => (beeper.unread() > 999 ? '999+' : String(beeper.unread() || ''));
  const isRight = async () => (await badge()) === wanted();
  return Object.assign(desk, {
    live,
    isLive,
    goesLive,
    badgeIsRight: async (patience?: Patience) => {
      await eventually(isRight, { message: 'The badge being right', intervalMs: 10, ...patience });
    },
  });
}
