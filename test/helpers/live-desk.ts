import { MINUTE } from '@/lib/base/time';
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

/** The same, at rest. */
export async function openLive(options: DeskOptions = {}): Promise<LiveDesk> {
  const desk = await openLiveDesk({ chats: 60, seed: 5, ...options });
  await desk.goesLive();
  await desk.badgeIsRight();
  desk.beeper.clearRequests();
  return desk;
}

export function inboxChat({ beeper }: LiveDesk) {
  const chat = [...beeper.chats.values()].find(
    (one) => one.unreadCount > 0 && !one.isArchived && !one.isLowPriority && !one.isMuted,
  );
  if (!chat) throw new Error('The seed has no such chat');
  return chat;
}

/** The safety poll, when its time has come. */
export async function check(desk: LiveDesk): Promise<void> {
  desk.clock.advance(5 * MINUTE);
  await desk.happen(({ alarm }) => alarm('poll'));
}
