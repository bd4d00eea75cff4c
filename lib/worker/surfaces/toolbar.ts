import type { Clock } from '@/lib/base/time';
import { BADGE_ROOM, showBadge } from '@/lib/browser/toolbar';
import { project } from '@/lib/model/actions/outbox';
import { type Badge, badgeOf, type QuietBadge } from '@/lib/model/badge/badge';
import { countUnread } from '@/lib/model/badge/count';
import type { Chat } from '@/lib/model/chats/chat';
import { shownChats } from '@/lib/model/chats/merge';
import { quietEndsAt } from '@/lib/model/quiet/schedule';
import type { QuietSettings } from '@/lib/model/quiet/settings';
import { formatMoment } from '@/lib/text/format-time';
import { language } from '@/lib/text/i18n';
import { createDisplay, type Reaction } from '@/lib/worker/core/reactions';
import { quietness, type State } from '@/lib/worker/core/state';

/** The number on the toolbar button, its icon and its tooltip. */
export function toolbarReaction(now: Clock): Reaction {
  const toolbar = createDisplay(([badge, isConnected]: [Badge, boolean]) =>
    showBadge(badge, isConnected),
  );
  return {
    name: 'toolbar',
    follows: ['chats', 'outbox', 'status', 'settings', 'baseline', 'pause'],
    isAwaited: true,
    run: (state) => toolbar.show([badgeFor(state, now()), state.status.isConnected]),
  };
}

function badgeFor(state: State, now: number): Badge {
  const { status, settings } = state;
  const until = quietEndsAt(quietness(state), now);
  const quiet = until === undefined ? undefined : quietBadge(until, now, settings.quiet);
  const unreadCounts = countUnread(asWanted(state), settings.badge, state.baseline);
  return badgeOf(status, unreadCounts, { quiet, room: BADGE_ROOM });
}

function quietBadge(until: number, now: number, { hidesBadge }: QuietSettings): QuietBadge {
  return { until: formatMoment(until, now, language()), hidesNumber: hidesBadge };
}

/** The chats as the person has asked for them: the number follows a click at once. */
function* asWanted({ chats, outbox }: State): Generator<Chat> {
  const touched = new Set(outbox.entries.map(({ chatID }) => chatID));
  for (const chat of shownChats(chats)) {
    yield touched.has(chat.id) ? project(chat, outbox.entries) : chat;
  }
}
