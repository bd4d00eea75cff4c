import type { ElementHandle, KeyInput, Page } from 'puppeteer-core';

import type { Companion } from '../../browsers/companion';
import { eventually } from '../../browsers/eventually';
import { reload } from '../../browsers/reload';
import {
  all,
  click,
  exists,
  find,
  first,
  namesOf,
  namesOfEach,
  textOf,
  type WantedElement,
} from './by-role';

export type TabName = 'Unread' | 'Inbox' | 'Reminders' | 'Archive';

const LIST = { role: 'list', name: 'Chats' };
const MENU = { role: 'menu', name: 'Remind me' };
const NOTICE = { role: 'status' };
const SEARCH = { name: 'Search chats' };

/** As the toolbar opens it. */
const POPUP_SIZE = { width: 400, height: 560 };

/** The popup as a person uses it: by what it says and by what its buttons are called. */
export class PopupPage {
  constructor(readonly page: Page) {}

  static async open(companion: Companion): Promise<PopupPage> {
    const page = await companion.openPage('popup.html');
    await page.setViewport(POPUP_SIZE);
    return new PopupPage(page);
  }

  /** As closing and opening it again: the popup asks for news when it opens. */
  reopen(): Promise<void> {
    return reload(this.page);
  }

  close(): Promise<void> {
    return this.page.close();
  }

  /** Everything written on it. */
  text(): Promise<string> {
    return this.page.evaluate(() => document.body.innerText);
  }

  says(text: string): Promise<boolean> {
    return this.text().then((written) => written.includes(text));
  }

  hasHeading(name: string): Promise<boolean> {
    return exists(this.page, { role: 'heading', name });
  }

  foot(): Promise<string> {
    return textOf(this.page, { role: 'contentinfo' });
  }

  /** Whether the foot says that the list is as Beeper has it. */
  async isFresh(): Promise<boolean> {
    return /^(Live|Updated \d+ s ago)/.test(await this.foot());
  }

  notice(): Promise<string> {
    return textOf(this.page, NOTICE);
  }

  /** Tabs are named with their counts: "Unread 12". */
  async goTo(tab: TabName): Promise<void> {
    const found = await this.#oneOf('tab', tab);
    await found.click();
    await eventually(() => found.evaluate((one) => one.ariaSelected === 'true'), {
      message: `The tab ${tab} being selected`,
    });
  }

  /** The accessible names of the chats shown, from the top. */
  async rows(): Promise<string[]> {
    const list = await first(this.page, LIST);
    return list ? namesOf(list, 'listitem') : [];
  }

  async row(title: string): Promise<string | undefined> {
    return (await this.rows()).find((name) => name.startsWith(`${title},`));
  }

  async hover(title: string): Promise<void> {
    const found = await this.#oneOf('listitem', `${title},`);
    await found.hover();
  }

  /** What the thing with the focus is called. */
  focused(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.ariaLabel ?? '');
  }

  async waitFor(wanted: WantedElement): Promise<void> {
    await find(this.page, wanted);
  }

  press(key: KeyInput): Promise<void> {
    return this.page.keyboard.press(key);
  }

  /** Presses the button of this name, such as "Archive Maya" or "Undo". */
  async pressButton(name: string): Promise<void> {
    await click(this.page, { role: 'button', name });
  }

  /** Presses a button of a row with a mouse that comes from elsewhere, as what it passes may move. */
  async pressInRow(title: string, name: string): Promise<void> {
    await this.page.mouse.move(0, 0);
    const row = await this.#oneOf('listitem', `${title},`);
    await click(row, { role: 'button', name });
  }

  hasButton(name: string): Promise<boolean> {
    return exists(this.page, { role: 'button', name });
  }

  /** Opens the reminder menu of a chat and says what it offers. */
  async openMenu(title: string): Promise<string[]> {
    await this.pressButton(`Remind me about ${title}`);
    return namesOf(await find(this.page, MENU), 'menuitem');
  }

  /** Chooses from the open menu by what the item says first: "Tomorrow". */
  async choose(item: string): Promise<void> {
    await find(this.page, MENU);
    const found = await this.#oneOf('menuitem', item);
    await found.click();
  }

  async search(text: string): Promise<void> {
    const box = await find(this.page, SEARCH);
    await box.click({ count: 3 });
    await box.type(text);
  }

  async #oneOf(role: string, name: string): Promise<ElementHandle> {
    const startsWithName = async () => {
      const found = await all(this.page, { role });
      const names = await namesOfEach(found);
      return found[names.findIndex((one) => one.startsWith(name))];
    };
    return eventually(startsWithName, { message: `The ${role} "${name}" on screen` });
  }
}
