import type { ErrorCode } from './errors';
import type { Status } from './status';
import type { Tally } from './tally';

/** What the toolbar shows. Shape and text tell the state; the colour only underlines it. */
export interface Badge {
  text: string;
  tone: 'normal' | 'stale' | 'alert';
  icon: 'normal' | 'offline';
  /** Heads the tooltip; the numbers by network are its further lines. */
  trouble?: ErrorCode;
  tally: Tally;
}

/** Four characters are what Chromium shows. */
const MOST = 999;

/** Troubles only the person can mend: the number gives way to a mark. */
const ALERTS: ReadonlySet<ErrorCode> = new Set(['tokenRejected', 'tokenLost']);

export function badgeOf(status: Status, tally: Tally): Badge {
  const nothing: Tally = { total: 0, byNetwork: [] };
  if (!status.isConnected) return { text: '', tone: 'normal', icon: 'normal', tally: nothing };
  const { trouble } = status;
  if (!trouble) return { text: countText(tally.total), tone: 'normal', icon: 'normal', tally };
  if (ALERTS.has(trouble)) {
    return { text: '!', tone: 'alert', icon: 'normal', trouble, tally };
  }
  const text = countText(tally.total);
  return { text, tone: 'stale', icon: 'offline', trouble, tally };
}

function countText(total: number): string {
  if (total <= 0) return '';
  return total > MOST ? `${MOST}+` : String(total);
}
