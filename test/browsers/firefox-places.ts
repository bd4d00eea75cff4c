/** These run inside Firefox's own window (see privileged.ts), so each stands alone. */
interface Emitter {
  emit(event: string, ...given: unknown[]): void;
}

declare const gBrowser: { selectedTab: unknown };
declare const gURLBar: {
  value: string;
  focus(): void;
  startQuery(query: { searchString: string; allowAutofill: boolean }): void;
  handleCommand(event: Event): void;
  lastQueryContextPromise: Promise<unknown>;
};
declare const WebExtensionPolicy: { getByID(id: string): { extension: Emitter } };

/** As `ext-menus.js` does once an entry has been chosen. */
export function pressEntry(
  extensionId: string,
  menuItemId: string,
  pageUrl: string,
  selectionText: string,
): void {
  const { extension } = WebExtensionPolicy.getByID(extensionId);
  const clicked = { ...(pageUrl && { pageUrl }), ...(selectionText && { selectionText }) };
  const info = { menuItemId, modifiers: [], button: 0, editable: false, ...clicked };
  extension.emit('webext-menu-menuitem-click', info, gBrowser.selectedTab);
}

/** Keys of extensions are elements of the window, told apart by their letters. */
export function pressCommand(letter: string): void {
  const key = document.querySelector(`keyset[id^="ext-keyset"] key[key="${letter}"]`);
  if (!key) throw new Error(`No key of an extension is ${letter}`);
  key.dispatchEvent(new Event('command', { bubbles: true }));
}

export async function enterInAddressBar(text: string): Promise<void> {
  gURLBar.focus();
  gURLBar.value = text;
  gURLBar.startQuery({ searchString: text, allowAutofill: false });
  await gURLBar.lastQueryContextPromise;
  gURLBar.handleCommand(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13 }));
}
