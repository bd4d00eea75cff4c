import type { ElementHandle, Page } from 'puppeteer-core';

import type { Companion } from '../../browsers/companion';
import { reload } from '../../browsers/reload';
import { click, exists, find, textOf } from './by-role';

export interface Credentials {
  address?: string;
  token?: string;
}

const ADDRESS = { name: 'Beeper Desktop address' };
const TOKEN = { name: 'Access token' };
const DISCONNECT = { role: 'button', name: 'Disconnect' };

/** The settings as a person uses them. */
export class OptionsPage {
  constructor(readonly page: Page) {}

  static async open(companion: Companion): Promise<OptionsPage> {
    return new OptionsPage(await companion.openPage('options.html'));
  }

  reopen(): Promise<void> {
    return reload(this.page);
  }

  close(): Promise<void> {
    return this.page.close();
  }

  /** What the page says of the connection. */
  status(): Promise<string> {
    return textOf(this.page, { role: 'status' });
  }

  async connect({ address, token }: Credentials): Promise<void> {
    if (address !== undefined) await this.#paste(ADDRESS, address);
    if (token !== undefined) await this.#paste(TOKEN, token);
    await click(this.page, { role: 'button', name: 'Save token' });
  }

  fillAddress(address: string): Promise<void> {
    return this.#fill(ADDRESS, address);
  }

  /** The OAuth way. */
  async signIn(): Promise<void> {
    await click(this.page, { role: 'button', name: 'Connect with Beeper' });
  }

  async disconnect(): Promise<void> {
    await click(this.page, DISCONNECT);
  }

  canDisconnect(): Promise<boolean> {
    return exists(this.page, DISCONNECT);
  }

  /** Letter by letter. */
  async #fill(field: { name: string }, text: string): Promise<void> {
    const box = await this.#select(field);
    await box.type(text);
  }

  /** All at once, as people do with what nobody can remember. */
  async #paste(field: { name: string }, text: string): Promise<void> {
    await this.#select(field);
    await this.page.evaluate((pasted) => {
      document.execCommand('insertText', false, pasted);
    }, text);
  }

  async #select(field: { name: string }): Promise<ElementHandle> {
    const box = await find(this.page, field);
    await box.click({ count: 3 });
    return box;
  }
}
