import { readBoolean } from '@/lib/base/parse';
import type { Readers } from '@/lib/base/parse-part';

/** In which menus of the browser the companion has entries. */
export interface MenuSettings {
  /** The one of its icon. */
  onIcon: boolean;
  /** The one of a web page, of a link and of what is selected. */
  onPages: boolean;
}

export const DEFAULT_MENUS: MenuSettings = { onIcon: true, onPages: false };

export const MENU_READERS: Readers<MenuSettings> = { onIcon: readBoolean, onPages: readBoolean };
