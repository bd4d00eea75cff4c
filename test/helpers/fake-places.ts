interface Entry {
  id: string;
  title: string;
  parentId?: string;
  contexts: readonly string[];
}

/** An event nobody but a test sets off. */
function event() {
  return { addListener: () => undefined, removeListener: () => undefined };
}

let entries: Entry[] = [];
let rebuilds = 0;

/** The browser's own places, as far as WXT's fake leaves them out. */
export const places = {
  contextMenus: {
    onClicked: event(),
    removeAll: () => {
      entries = [];
      rebuilds += 1;
      return Promise.resolve();
    },
    create: (entry: Entry, done: () => void) => {
      if (entries.some(({ id }) => id === entry.id)) throw new Error(`${entry.id} is there twice`);
      entries.push(entry);
      done();
    },
  },
  permissions: {
    onAdded: event(),
    onRemoved: event(),
    contains: () => Promise.resolve(true),
  },
  commands: { onCommand: event() },
  omnibox: {
    onInputStarted: event(),
    onInputChanged: event(),
    onInputEntered: event(),
    setDefaultSuggestion: () => undefined,
  },
};

export function resetPlaces(): void {
  entries = [];
  rebuilds = 0;
}

/** What the menus of the icon, or of a page, hold side by side, and beside an entry of them. */
export function menuOf(
  context: 'action' | 'link' | 'page' | 'selection',
  parentId?: string,
): string[] {
  const inIt = entries.filter((entry) => entry.contexts.includes(context));
  return inIt.filter((entry) => entry.parentId === parentId).map(({ title }) => title);
}

/** How often the menus were made anew. */
export function menuRebuilds(): number {
  return rebuilds;
}
