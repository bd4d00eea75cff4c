import { browser } from 'wxt/browser';

import { shortened } from '@/lib/text/clip';
import type { Badge, BadgeRoom } from '@/lib/model/badge/badge';
import type { UnreadCounts } from '@/lib/model/badge/count';
import { titleOf } from '@/lib/text/error-texts';
import { formatNumber, t } from '@/lib/text/i18n';

const COLOURS: Record<Badge['tone'], string> = {
  normal: '#4f46e5',
  stale: '#6b7280',
  alert: '#c81e1e',
};

export const BADGE_ROOM: BadgeRoom = import.meta.env.FIREFOX ? 3 : 4;

/** As many networks as a tooltip holds without becoming a wall. */
const MOST_LINES = 12;

/** The only writer of the toolbar button. */
export async function showBadge(badge: Badge, isConnected: boolean): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: badge.text }),
    browser.action.setBadgeBackgroundColor({ color: COLOURS[badge.tone] }),
    browser.action.setBadgeTextColor?.({ color: '#ffffff' }),
    browser.action.setTitle({ title: tooltip(badge, isConnected) }),
    browser.action.setIcon({ path: iconPaths(badge.icon) }),
  ]);
}

/** What is wrong or paused, if anything, then the number, where it comes from and from whom. */
export function tooltip(badge: Badge, isConnected: boolean): string {
  if (!isConnected) return t('tooltip_not_connected');
  const { unreadCounts, trouble, quietUntil } = badge;
  const lines = unreadCounts.byNetwork
    .slice(0, MOST_LINES)
    .map(({ network, count }) => t('tooltip_network', network, formatNumber(count)));
  return [
    ...(trouble ? [titleOf(trouble)] : []),
    ...(quietUntil ? [t('quiet_until', quietUntil)] : []),
    headline(badge),
    ...lines,
    ...fromWhom(unreadCounts),
  ].join('\n');
}

function headline({ unreadCounts: { total, hasRest, isSince }, isUncounted }: Badge): string {
  if (total > 0) return t(isSince ? 'tooltip_since' : 'tooltip_unread', formatNumber(total));
  if (isUncounted) return t('fresh_never');
  return t(hasRest ? 'tooltip_rest' : 'tooltip_nothing');
}

/** So many names, of at most so many letters each. */
const MOST_NAMES = 3;
const LONGEST_NAME = 40;

function fromWhom({ newest = [] }: UnreadCounts): string[] {
  const names = newest.slice(0, MOST_NAMES).map((name) => shortened(name, LONGEST_NAME));
  const more = newest.length > MOST_NAMES ? ['…'] : [];
  return names.length > 0 ? [t('tooltip_from', [...names, ...more].join(', '))] : [];
}

function iconPaths(icon: Badge['icon']): Record<string, string> {
  const name = icon === 'normal' ? 'icon' : icon;
  return { 16: `icon/${name}-16.png`, 24: `icon/${name}-24.png`, 32: `icon/${name}-32.png` };
}
