import { shortened } from '@/lib/text/clip';
import { canActWith } from '@/lib/model/chats/capabilities';
import type { Status } from '@/lib/model/connection/status';
import { QUIET_DURATIONS, type QuietDuration } from '@/lib/model/quiet/override';
import type { MenuSettings } from '@/lib/model/settings/menus';
import { t } from '@/lib/text/i18n';

const MENU_COMMANDS = [
  'refresh',
  'readAll',
  'undo',
  'openBeeper',
  'settings',
  'send',
  'remind',
  ...QUIET_DURATIONS,
] as const;

/** What a click on an entry of the browser's menus asks for. */
export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** One entry of a menu of the browser's. */
export interface MenuEntry {
  /** A command, or `pause`, which only opens. */
  id: MenuCommand | 'pause';
  /** A menu has so many lines of words as they are: what is special in titles is taken out. */
  title: string;
  /** Beside which entry it opens. */
  parentId?: 'pause';
  /** The menu of the icon, or the one of a page, a link and what is selected. */
  place: 'icon' | 'page';
}

export interface MenuSituation {
  status: Status;
  menus: MenuSettings;
  /** For how long it could be quiet, and `over` where it is. */
  quiet: readonly QuietDuration[];
  /** What could be taken back, in words. */
  undo: string | undefined;
}

/**
 * The entries there are. At most six of the icon's stand side by side, or the browser leaves some
 * out (ACTION_MENU_TOP_LEVEL_LIMIT), so the lengths of a pause open beside it.
 */
export function menuEntries(situation: MenuSituation): MenuEntry[] {
  const { status, menus } = situation;
  return [
    ...(menus.onIcon ? iconEntries(situation) : []),
    ...(menus.onPages && status.isConnected ? pageEntries(status) : []),
  ];
}

function iconEntries({ status, quiet, undo }: MenuSituation): MenuEntry[] {
  const settings = entry('settings', t('popup_settings'));
  if (!status.isConnected) return [settings];
  return [
    ...(undo ? [entry('undo', plain(undo))] : []),
    entry('refresh', t('menu_refresh')),
    ...pauseEntries(quiet),
    ...(canActWith(status).markRead ? [entry('readAll', t('menu_read_all'))] : []),
    entry('openBeeper', t('action_open_beeper')),
    settings,
  ];
}

function pauseEntries(wishes: readonly QuietDuration[]): MenuEntry[] {
  return [
    entry('pause', t('quiet_title')),
    ...wishes.map((wish) => ({ ...entry(wish, t(`quiet_${wish}`)), parentId: 'pause' as const })),
  ];
}

function pageEntries(status: Status): MenuEntry[] {
  const { write } = canActWith(status);
  if (!write) return [];
  return [
    { id: 'send', title: t('menu_send'), place: 'page' },
    { id: 'remind', title: t('menu_remind'), place: 'page' },
  ];
}

function entry(id: MenuEntry['id'], title: string): MenuEntry {
  return { id, title, place: 'icon' };
}

const LONGEST = 60;

/** Names are anybody's: an ampersand would mark a key, and a menu is no place for long words. */
function plain(text: string): string {
  return shortened(text, LONGEST).replaceAll('&', '&&');
}

export function isMenuCommand(id: unknown): id is MenuCommand {
  return (MENU_COMMANDS as readonly unknown[]).includes(id);
}

export function isQuietDuration(command: string): command is QuietDuration {
  return (QUIET_DURATIONS as readonly string[]).includes(command);
}
