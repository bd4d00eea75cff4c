import type { Commands } from '@/lib/worker/commands/commands';
import type { Context } from '@/lib/worker/core/context';
import { createMenuAndKeyEvents } from './menu-and-key-events';
import { createMenus } from './menus';
import { createOmnibox } from './omnibox';
import { toolbarReaction } from './toolbar';

/** The places of the browser's own: toolbar button, menus, keys and address bar. */
export function createSurfaces(context: Context, commands: Commands) {
  const { background } = context;
  const menus = createMenus(context);
  const events = createMenuAndKeyEvents(context, commands);
  const omnibox = createOmnibox(context, commands);
  return {
    reactions: [toolbarReaction(context.now), menus.reaction],
    /** What the browser tells of its own places (lib/browser/surface-events). */
    places: {
      lines: omnibox.lines,
      entered: (typed: string) => background(omnibox.entered(typed)),
      menuClicked: (...click: Parameters<typeof events.menuClicked>) =>
        background(events.menuClicked(...click)),
      menusAllowed: () => background(menus.anew()),
      command: (name: string) => background(events.command(name)),
    },
  };
}
