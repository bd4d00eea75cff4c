import type { ErrorCode } from '@/lib/base/errors';
import type { Status } from '@/lib/model/connection/status';
import type { UnreadCounts } from './count';

/** What the toolbar shows. Shape and text tell the state; the colour only underlines it. */
export interface Badge {
  text: string;
  tone: 'normal' | 'stale' | 'alert';
  icon: 'normal' | 'offline' | 'paused';
  /** Until when the person is to be left alone, in words. */
  quietUntil?: string;
  /** Heads the tooltip; the numbers by network are its further lines. */
  trouble?: ErrorCode;
  unreadCounts: UnreadCounts;
  /** Beeper was not heard of yet: there is no number, which is not the same as none. */
  isUncounted?: true;
}

/** Nothing that counts, but something. */
const DOT = '•';

/**
 * How many characters fit: Chromium shows four. Firefox cuts off what is wider than the icon's 20
 * pixels, and of digits in its type three are.
 */
export type BadgeRoom = 3 | 4;

const MOST = 999;

/** Troubles only the person can mend: the number gives way to a mark. */
const ALERTS: ReadonlySet<ErrorCode> = new Set(['tokenRejected', 'tokenLost']);

/** The person is to be left alone. */
export interface QuietBadge {
  /** In words. */
  until: string;
  /** The number is left out as well. */
  hidesNumber: boolean;
}

interface Circumstances {
  quiet?: QuietBadge | undefined;
  room?: BadgeRoom;
}

export function badgeOf(
  status: Status,
  unreadCounts: UnreadCounts,
  { quiet, room = 4 }: Circumstances = {},
): Badge {
  const nothing: UnreadCounts = { total: 0, byNetwork: [] };
  if (!status.isConnected)
    return { text: '', tone: 'normal', icon: 'normal', unreadCounts: nothing };
  const { trouble } = status;
  const said = {
    unreadCounts,
    ...(quiet && { quietUntil: quiet.until }),
    ...(status.syncedAt === undefined && { isUncounted: true as const }),
  };
  const text = quiet?.hidesNumber ? '' : textOf(unreadCounts, room);
  if (!trouble) return { text, tone: 'normal', icon: quiet ? 'paused' : 'normal', ...said };
  if (ALERTS.has(trouble)) {
    return { text: '!', tone: 'alert', icon: 'normal', trouble, ...said };
  }
  return { text, tone: 'stale', icon: 'offline', trouble, ...said };
}

function textOf({ total, hasRest }: UnreadCounts, room: BadgeRoom): string {
  if (total <= 0) return hasRest ? DOT : '';
  if (total <= MOST) return String(total);
  return room === 4 ? `${MOST}+` : `${Math.min(9, Math.floor(total / 1000))}k+`;
}
