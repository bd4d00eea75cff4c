import type { Page } from 'puppeteer-core';

import type { Companion } from '../../browsers/companion';
import { eventually } from '../../browsers/eventually';
import { click, first, namesOf, textOf } from './by-role';
import { OptionsPage } from './options';

const FOUND = { role: 'group', name: 'On this computer' };
const SECTION = { role: 'region', name: 'Connection' };

/** The settings as somebody uses them whose connection does not work. */
export class ConnectionPage extends OptionsPage {
  static override async open(companion: Companion): Promise<ConnectionPage> {
    return new ConnectionPage(await companion.openPage('options.html'));
  }

  /** Read from the document: queries by role hang in Chromium while another tab is in front. */
  said(): Promise<string> {
    return this.page.$eval('[role=status]', (element) => (element as HTMLElement).innerText);
  }

  /** Waits until it says so. */
  async says(words: string, timeoutMs = 20_000): Promise<void> {
    await eventually(async () => (await this.said()).includes(words), {
      message: `The options page saying "${words}"`,
      timeoutMs,
    });
  }

  /** Who answers on this computer, as the page tells it. */
  found(): Promise<string> {
    return textOf(this.page, FOUND);
  }

  /** Chooses one of them, by what is said of it. */
  choose(beeper: string): Promise<void> {
    return click(this.page, { role: 'radio', name: beeper });
  }

  address(): Promise<string> {
    return this.page.$eval('#address', (field) => (field as HTMLInputElement).value);
  }

  press(button: string): Promise<void> {
    return click(this.page, { role: 'button', name: button });
  }

  /** What can be pressed about the connection. */
  async buttons(): Promise<string[]> {
    const section = await first(this.page, SECTION);
    return section ? namesOf(section, 'button') : [];
  }

  /** The text to hand to whoever helps; empty until it was asked for. */
  diagnostics(): Promise<string> {
    return this.page
      .$eval('textarea[aria-label=Diagnostics]', (box) => (box as HTMLTextAreaElement).value)
      .catch(() => '');
  }

  /** Beeper's page of consent, once a click has opened it. */
  consentAt(beeper: string): Promise<Page> {
    return eventually(() => this.#pageAt(`${beeper}/oauth/authorize`), {
      message: `Beeper's page of consent at ${beeper}`,
      timeoutMs: 20_000,
    });
  }

  async #pageAt(start: string): Promise<Page | undefined> {
    for (const page of await this.page.browser().pages()) {
      const href = await page.evaluate(() => location.href).catch(() => '');
      if (href.startsWith(start)) return page;
    }
    return undefined;
  }
}
